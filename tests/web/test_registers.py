"""The registers on the website: an editor moves a deadline, the old one stays, and nobody overwrites another."""

import csv
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.test import Client, override_settings

from jeugdstelsel.services.agenda import lees_post
from jeugdstelsel.services.overleg import lees_overleggen

VERSCHUIVING = {
    "wanneer": "Q3 2027", "uiterlijk": "2027-09-30", "stand": "loopt", "toelichting": "wacht op het advies",
    "vanaf": date.today().isoformat(), "waarom": "besluit van de stuurgroep", "versie": "0",
}  # fmt: skip
OVERLEG = {
    "soort": "stuurgroep", "dag": "2026-02-03", "gehouden": "ja", "versie": "0", "waarom": "volgens het verslag",
    "besluiten": "De module jeugd is rond [2.3.1-1]\nVolgende keer over de monitor",
}  # fmt: skip


@pytest.fixture
def map_(tmp_path: Path, django_app: None) -> Iterator[Path]:
    """A work folder without any figure or register, for this test only."""
    with override_settings(WERKMAP=tmp_path):
        yield tmp_path


def lees(client: Client, adres: str, status: int = 200) -> str:
    """Return the text of a page that answers with this status."""
    answer = client.get(adres)
    assert answer.status_code == status
    return answer.content.decode().replace("&#x27;", "'").replace("&amp;", "&")


def test_an_editor_moves_a_deadline_and_the_old_one_is_kept_and_shown(map_: Path, als: Callable[..., Client]) -> None:
    client = als("redacteur")
    assert "uiterlijk 31 december 2025" in lees(client, "/actie/2.3")
    answer = client.post("/actie/2.3", VERSCHUIVING)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/actie/2.3")
    page = lees(client, "/actie/2.3")
    assert "Gereed Q4 2025; uiterlijk 31 december 2025</td><td>Q3 2027; uiterlijk 30 september 2027" in page
    assert "besluit van de stuurgroep" in page and "wacht op het advies" in page
    assert "(verschoven)" in lees(client, "/actielijn/2")


def test_every_visitor_sees_the_change_but_not_the_form(map_: Path, als: Callable[..., Client]) -> None:
    als("redacteur").post("/afspraak/2.8.1-1", VERSCHUIVING)
    page = lees(Client(), "/afspraak/2.8.1-1")
    assert "30 september 2027" in page
    assert "een redacteur" in page and "test-redacteur" not in page, "a visitor learns no name"
    assert "test-redacteur" in lees(als("redacteur"), "/afspraak/2.8.1-1")
    assert "Bewaar" not in page
    yesterday = date.today() - timedelta(days=1)
    assert "30 september 2027" not in lees(Client(), f"/afspraak/2.8.1-1?bekend_op={yesterday}")


def test_two_editors_at_once_do_not_overwrite_and_what_was_typed_stays(map_: Path, als: Callable[..., Client]) -> None:
    first, second = als("redacteur"), als("redacteur")
    assert first.post("/wet/wams", VERSCHUIVING).status_code == 302
    other = {**VERSCHUIVING, "wanneer": "in 2029", "waarom": "een ander bericht"}
    answer = second.post("/wet/wams", other)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Iemand anders heeft dit intussen gewijzigd" in page
    assert 'value="in 2029"' in page and 'value="een ander bericht"' in page and "30 september 2027" in page
    assert lees_post(map_, "wetten", "wams").termijn.wanneer == "Q3 2027"
    assert 'name="versie" value="1"' in page, "after comparing, saving again is possible"
    assert second.post("/wet/wams", {**other, "versie": "1"}).status_code == 302
    assert [line.termijn.wanneer for line in lees_post(map_, "wetten", "wams").regels[-2:]] == ["Q3 2027", "in 2029"]


def test_no_page_or_download_tells_a_visitor_who_moved_a_deadline(map_: Path, als: Callable[..., Client]) -> None:
    editor = als("redacteur")
    for post in ("/actie/2.3", "/afspraak/2.8.1-1", "/wet/wams", "/motie/mt05"):
        assert editor.post(post, VERSCHUIVING).status_code == 302
    assert "Q3 2027 (test-redacteur" in lees(editor, "/wetten")
    lists = ("/actielijn/2", "/afspraken", "/wetten", "/moties")
    found = {adres: lees(Client(), adres) for adres in (*lists, *(f"{name}?formaat=csv" for name in lists[1:]))}
    assert "Q3 2027 (een redacteur)" in found["/wetten"]
    assert not [adres for adres, page in found.items() if "test-redacteur" in page or "Q3 2027" not in page]


@pytest.mark.parametrize("adres", ["/actie/2.3", "/afspraak/2.8.1-1", "/wet/wams", "/motie/mt05"])
@pytest.mark.parametrize("rol", ["", "VNG", "gemeente"])
def test_who_may_not_edit_is_refused(map_: Path, als: Callable[..., Client], adres: str, rol: str) -> None:
    client = Client(raise_request_exception=False) if not rol else als(rol, "0363" if rol == "gemeente" else "")
    assert client.post(adres, VERSCHUIVING).status_code == 403
    assert not (map_ / "registers.sqlite").exists()


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"waarom": ""}, "Dit veld is verplicht"),
        ({"uiterlijk": "32 mei"}, "geldige datum"),
        ({"stand": "klaar"}, "Selecteer een geldige keuze"),
        ({"wanneer": "na de zomer", "uiterlijk": ""}, "Noem het jaar bij het seizoen"),
        ({"vanaf": (date.today() + timedelta(days=3)).isoformat()}, "geldt vanaf vandaag of eerder"),
    ],
)
def test_a_wrong_form_says_in_dutch_what_to_do_and_keeps_the_text(
    map_: Path, als: Callable[..., Client], anders: dict[str, str], woorden: str
) -> None:
    answer = als("redacteur").post("/motie/mt05", {**VERSCHUIVING, **anders})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert woorden in page and "wacht op het advies" in page
    assert lees_post(map_, "moties", "mt05").versie == 0


def test_after_the_summer_is_a_task_on_the_page_of_what_asks_for_attention(map_: Path) -> None:
    page = lees(Client(), "/opvolging?aandacht=opvolgen&register=moties&bekend_op=2025-10-01")
    assert "rapport na de zomer van 2025" in page
    assert "check-up" in page
    assert "0 regels" in lees(Client(), "/opvolging?aandacht=opvolgen&register=moties&bekend_op=2025-09-01")


def test_the_plan_of_a_law_shows_every_slipped_date(map_: Path) -> None:
    page = lees(Client(), "/wetten")
    for words in (
        "indiening bij de Tweede Kamer in 2024 (najaar)",
        "in de loop van 2026",
        "consultatie start in Q1 2026",
    ):
        assert words in page
    assert "21 december 2024</time>" in page and "verschoven naar 31 maart 2026" in page
    assert "consultatie start in Q1 2026" not in lees(Client(), "/wetten?bekend_op=2025-07-01")


def test_the_filters_of_the_agreements_are_in_the_address_and_in_the_download(map_: Path) -> None:
    asked = "/afspraken?opgave=9&wie=VNG&bekend_op=2024-02-01&aandacht=termijn voorbij, stand onbekend"
    assert "5 van de 196 afspraken" in lees(Client(), asked)
    answer = Client().get(f"{asked}&formaat=csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [row["Nummer"] for row in rows] == ["2.8.2-1", "2.8.3-2", "2.8.4-3", "2.8.5-2", "2.8.5-3"]
    assert all("VNG" in row["Wie"] and row["Plaats"].startswith("HA 2.8") for row in rows)


def test_a_long_list_comes_in_parts_that_keep_the_filters(map_: Path) -> None:
    pages = [lees(Client(), f"/afspraken?stand=onbekend&bekend_op=2024-02-01&blad={part}") for part in (1, 2, 3, 4)]
    assert [page.count('<th scope="row">') for page in pages] == [50, 50, 50, 43]
    assert "?stand=onbekend&bekend_op=2024-02-01&blad=2" in pages[0]
    assert "'blad'" in lees(Client(raise_request_exception=False), "/afspraken?blad=9", 400)


@pytest.mark.parametrize("vraag", ["opgave=11", "wie=niemand", "stand=klaar", "aandacht=ja", "bekend_op=gisteren"])
def test_a_filter_that_does_not_exist_gives_400(map_: Path, vraag: str) -> None:
    name = vraag.partition("=")[0]
    assert f"'{name}'" in lees(Client(raise_request_exception=False), f"/afspraken?{vraag}", 400)


@pytest.mark.parametrize(
    "adres", ["/afspraak/9.9.9-9", "/wet/niets", "/motie/mt99", "/actie/6.1", "/actielijn/6", "/overleg/x"]
)
def test_what_is_in_no_register_has_no_page(map_: Path, adres: str) -> None:
    lees(Client(raise_request_exception=False), adres, 404)


def test_an_editor_records_a_meeting_and_its_decision_stands_with_the_agreement(
    map_: Path, als: Callable[..., Client]
) -> None:
    client = als("redacteur")
    assert client.post("/overleggen", OVERLEG).status_code == 302
    assert "De module jeugd is rond" in lees(Client(), "/afspraak/2.3.1-1")
    page = lees(Client(), "/overleg/stuurgroep-2026-02-03")
    assert 'href="/afspraak/2.3.1-1"' in page and "volgens het verslag" in page
    again = client.post("/overleggen", OVERLEG)
    assert again.status_code == 400 and "staat al in het register" in again.content.decode()


def test_two_editors_of_a_meeting_do_not_overwrite_each_other(map_: Path, als: Callable[..., Client]) -> None:
    client = als("redacteur")
    held = {**OVERLEG, "soort": "alv-vng", "dag": "2025-06-18", "besluiten": "Lijst vastgesteld [2.6.3-2]"}
    assert client.post("/overleg/ov04", held).status_code == 302
    answer = client.post("/overleg/ov04", {**held, "besluiten": "Iets anders"})
    assert answer.status_code == 409 and "Iets anders" in answer.content.decode()
    assert [each.wat for each in lees_overleggen(map_)["ov04"].besluiten] == ["Lijst vastgesteld"]


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"besluiten": "Iets [7.7]"}, "De afspraak '7.7' bestaat niet"),
        ({"dag": "2199-01-01"}, "nog niet gehouden"),
        ({"soort": "borrel"}, "Selecteer een geldige keuze"),
    ],
)
def test_a_meeting_that_cannot_be_is_explained(
    map_: Path, als: Callable[..., Client], anders: dict[str, str], woorden: str
) -> None:
    answer = als("redacteur").post("/overleggen", {**OVERLEG, **anders})
    assert answer.status_code == 400
    assert woorden in answer.content.decode().replace("&#x27;", "'")
    assert "stuurgroep-2026-02-03" not in lees_overleggen(map_)


def test_a_year_with_one_meeting_is_flagged(map_: Path) -> None:
    page = lees(Client(), "/overleggen?bekend_op=2026-02-01")
    assert "Bestuurlijk Overleg Jeugd met de vijfhoek, 2025" in page
    assert "te weinig vastgelegd" in page and "Topklinische" in page


def test_an_indicator_without_a_definition_is_never_a_zero(map_: Path) -> None:
    page = lees(Client(), "/actielijn/3")
    part = page.split("Transformatie van het aanbod in de jeugdzorg</h3>")[1].split("</article>")[0]
    assert "<dt>Ons cijfer</dt><dd>nog niet gedefinieerd</dd>" in part
    assert "er is nog geen uitgave" in page
    assert "Doel nog niet vastgesteld" in page


def test_our_figures_stand_beside_the_indicator_with_period_and_status(bezoeker: Client) -> None:
    page = lees(bezoeker, "/actielijn/3")
    part = page.split("Minder maatwerkvoorzieningen")[1].split("</article>")[0]
    assert 'href="/indicator/trajecten"' in part and "(synthetisch)" in part


def test_both_readings_of_a_contradiction_are_shown_with_their_places(map_: Path) -> None:
    page = lees(Client(), "/tegenstrijdigheden")
    assert "3.800 productcodes</td><td>HA 2.7.2c</td><td>4.000 productcodes</td><td>VB 4" in page
    assert page.count('<th scope="row">') == 18


@pytest.mark.parametrize(
    ("register", "groep", "lijst"),
    [("afspraken", "7", "/afspraken?opgave=7"), ("moties", "motie", "/moties"), ("wetten", "wet", "/wetten"),
     ("acties", "3", "/actielijn/3")],
)  # fmt: skip
def test_an_editor_adds_what_no_document_has(
    map_: Path, als: Callable[..., Client], register: str, groep: str, lijst: str
) -> None:
    client = als("redacteur")
    assert f"/register/{register}/nieuw" in lees(client, lijst)
    asked = {**VERSCHUIVING, "wat": "Iets nieuws uit het overleg", "wie": "VNG", "groep": groep, "plaats": "Verslag BO"}
    answer = client.post(f"/register/{register}/nieuw", asked)
    assert answer.status_code == 302
    assert "Iets nieuws uit het overleg</h1>" in lees(Client(), answer.headers["Location"])
    page = lees(Client(), lijst)
    assert "Iets nieuws uit het overleg" in page and f"/register/{register}/nieuw" not in page


def test_adding_without_a_source_keeps_the_form(map_: Path, als: Callable[..., Client]) -> None:
    asked = {**VERSCHUIVING, "wat": "Iets nieuws", "groep": "7", "plaats": ""}
    answer = als("redacteur").post("/register/afspraken/nieuw", asked)
    assert answer.status_code == 400 and 'value="Iets nieuws"' in answer.content.decode()
    assert Client().post("/register/afspraken/nieuw", asked).status_code == 403
    assert als("redacteur").get("/register/recepten/nieuw").status_code == 404
