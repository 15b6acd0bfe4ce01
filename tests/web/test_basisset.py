"""The set of indicators on the website: proposed by one, approved by two, and seen by all only then."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.test import Client, override_settings

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.basisset import kandidaten, lees_basisset, lees_voorstellen
from jeugdstelsel.services.basisset_kpi import KORT, Kpi, laatste_cijfer, met_nulmeting
from jeugdstelsel.services.basisset_toets import NOG_TE_BEOORDELEN, VOLDOET, VOLDOET_NIET, Oordeel, merk_van, toets

NU = date.today().year
TRAJECTEN = kandidaten()["trajecten"]
VOORSTEL = {
    "soort": "nieuw", "vanaf_jaar": str(NU - 1), "namens": "deskundigencommissie", "waarom": "advies van januari",
    **{name: getattr(TRAJECTEN, name) for name in (
        "indicator", "titel", "betekenis", "eenheid", "teller", "noemer", "bronnen")},
}  # fmt: skip
COMMISSIE = "deskundigencommissie"
GEEN_SET = "nog niet vastgesteld door Rijk en VNG"


@pytest.fixture
def map_(tmp_path: Path, django_app: None) -> Iterator[Path]:
    """A work folder without any figure or register, for this test only."""
    with override_settings(WERKMAP=tmp_path):
        yield tmp_path


def lees(client: Client, adres: str, status: int = 200) -> str:
    """Return the text of a page that answers with this status."""
    answer = client.get(adres)
    assert answer.status_code == status, answer.content.decode()
    return tekst(answer)


def tekst(answer: object) -> str:
    return answer.content.decode().replace("&#x27;", "'").replace("&amp;", "&")  # type: ignore[attr-defined]


def gegevens(handeling: str, versie: int) -> dict[str, str]:
    return {"handeling": handeling, "waarom": "besluit van het overleg", "versie": str(versie)}


def in_set(jaar: int) -> list[str]:
    """Return the titles that a visitor sees in the established set of a year."""
    answer = Client().get(f"/basisset?jaar={jaar}&formaat=csv")
    return [row["Indicator"] for row in csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";")]


def test_what_is_shipped_is_not_established(map_: Path) -> None:
    page = lees(Client(), "/basisset")
    assert f"<strong>{GEEN_SET}</strong>" in page
    assert in_set(NU) == []
    assert "Transformatie van het aanbod in de jeugdzorg" in page and "nog niet gedefinieerd" in page
    assert "Doe een voorstel" not in page


def test_a_proposal_of_the_commission_is_in_the_set_only_after_rijk_and_vng(
    map_: Path, als: Callable[..., Client]
) -> None:
    answer = als(COMMISSIE).post("/voorstellen/nieuw", VOORSTEL)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/voorstel/v0001")
    assert in_set(NU) == [] and "voorgesteld, wacht op besluit" in lees(Client(), "/basisset")
    assert als("Rijk").post("/voorstel/v0001", gegevens("goedkeuren|Rijk", 1)).status_code == 302
    assert in_set(NU) == []
    assert als("VNG").post("/voorstel/v0001", gegevens("goedkeuren|VNG", 2)).status_code == 302
    assert in_set(NU) == in_set(NU - 1) == ["Trajecten"] and in_set(NU - 2) == []
    page = lees(Client(), "/voorstel/v0001")
    assert "<dd>vastgesteld</dd>" in page and "advies van januari" in page and "Leg vast" not in page


def test_an_old_report_year_keeps_what_it_had(map_: Path, als: Callable[..., Client]) -> None:
    commission, rijk, vng = als(COMMISSIE), als("Rijk"), als("VNG")
    changed = {**VOORSTEL, "soort": "wijzigen", "vanaf_jaar": str(NU), "betekenis": "Iets anders geteld."}
    for number, sent in enumerate((VOORSTEL, changed), start=1):
        assert commission.post("/voorstellen/nieuw", sent).status_code == 302
        rijk.post(f"/voorstel/v000{number}", gegevens("goedkeuren|Rijk", 1))
        vng.post(f"/voorstel/v000{number}", gegevens("goedkeuren|VNG", 2))
    assert "Iets anders geteld." in lees(Client(), f"/basisset?jaar={NU}")
    assert "Iets anders geteld." not in lees(Client(), f"/basisset?jaar={NU - 1}")
    assert [lees_basisset(map_, year)["trajecten"].versie for year in (NU - 1, NU)] == [1, 2]
    again = commission.post("/voorstellen/nieuw", {**changed, "vanaf_jaar": str(NU - 1), "betekenis": "Stil gewijzigd"})
    assert again.status_code == 400
    assert "houdt zijn definitie" in tekst(again) and "Stil gewijzigd" in tekst(again)


@pytest.mark.parametrize(
    ("rol", "handeling"),
    [
        ("Rijk", "goedkeuren|VNG"), ("VNG", "goedkeuren|Rijk"), (COMMISSIE, "goedkeuren|Rijk"),
        ("Rijk", "intrekken|deskundigencommissie"), ("VNG", "goedkeuring terugnemen|VNG"),
    ],
)  # fmt: skip
def test_nobody_decides_for_another(map_: Path, als: Callable[..., Client], rol: str, handeling: str) -> None:
    als(COMMISSIE).post("/voorstellen/nieuw", VOORSTEL)
    assert als(rol).post("/voorstel/v0001", gegevens(handeling, 1)).status_code == 400
    assert lees_voorstellen(map_)["v0001"].versie == 1


@pytest.mark.parametrize("rol", ["", "redacteur", "gemeente", "beheerder"])
def test_who_may_not_propose_or_decide_is_refused(map_: Path, als: Callable[..., Client], rol: str) -> None:
    als(COMMISSIE).post("/voorstellen/nieuw", VOORSTEL)
    client = als(rol, "0363" if rol == "gemeente" else "")
    assert client.get("/voorstellen/nieuw").status_code == 403
    assert client.post("/voorstellen/nieuw", VOORSTEL).status_code == 403
    assert client.post("/voorstel/v0001", gegevens("goedkeuren|Rijk", 1)).status_code == 403
    assert list(lees_voorstellen(map_)) == ["v0001"]


def test_another_advisor_has_no_say_over_the_proposal(map_: Path, als: Callable[..., Client]) -> None:
    als(COMMISSIE).post("/voorstellen/nieuw", VOORSTEL)
    other = als("uitvoerende partij")
    assert "Leg vast" not in lees(other, "/voorstel/v0001")
    assert other.post("/voorstel/v0001", gegevens(f"intrekken|{COMMISSIE}", 1)).status_code == 403


def test_nobody_proposes_in_the_name_of_another(map_: Path, als: Callable[..., Client]) -> None:
    assert als(COMMISSIE).post("/voorstellen/nieuw", {**VOORSTEL, "namens": "Rijk"}).status_code == 400
    assert lees_voorstellen(map_) == {}


def test_who_decides_on_an_older_version_sees_what_happened_and_keeps_the_text(
    map_: Path, als: Callable[..., Client]
) -> None:
    als(COMMISSIE).post("/voorstellen/nieuw", VOORSTEL)
    als("Rijk").post("/voorstel/v0001", gegevens("goedkeuren|Rijk", 1))
    answer = als("VNG").post("/voorstel/v0001", {**gegevens("goedkeuren|VNG", 1), "waarom": "net getypt"})
    page = tekst(answer)
    assert answer.status_code == 409
    assert "Iemand anders heeft intussen iets vastgelegd" in page and 'name="versie" value="2"' in page
    assert "net getypt</textarea>" in page and "<td>goedkeuren</td><td>Rijk</td>" in page
    assert lees_basisset(map_, NU) == {}


def test_a_withdrawn_proposal_stays_in_the_list_with_its_reason(map_: Path, als: Callable[..., Client]) -> None:
    client = als(COMMISSIE)
    client.post("/voorstellen/nieuw", VOORSTEL)
    assert client.post("/voorstel/v0001", gegevens(f"intrekken|{COMMISSIE}", 1)).status_code == 302
    assert "0 van de 1 voorstellen" in lees(Client(), "/voorstellen?toestand=open")
    assert "1 van de 1 voorstellen" in lees(Client(), "/voorstellen?toestand=ingetrokken")
    assert "besluit van het overleg" in lees(Client(), "/voorstel/v0001")
    before = client.post("/voorstel/v0001", gegevens("goedkeuren|Rijk", 2))
    assert before.status_code == 400 and in_set(NU) == []


def test_the_form_starts_with_the_definition_as_it_stands(map_: Path, als: Callable[..., Client]) -> None:
    page = lees(als(COMMISSIE), "/voorstellen/nieuw?indicator=trajecten")
    assert TRAJECTEN.betekenis in page and TRAJECTEN.teller in page


@pytest.mark.parametrize(
    ("adres", "woord"),
    [
        ("/basisset?jaar=1900", "'jaar'"), ("/basisset?bekend_op=ooit", "geen datum"),
        ("/voorstellen?toestand=weg", "'toestand'"),
    ],
)  # fmt: skip
def test_a_filter_that_does_not_exist_gives_400(map_: Path, adres: str, woord: str) -> None:
    assert woord in lees(Client(raise_request_exception=False), adres, 400)


def test_a_proposal_that_does_not_exist_has_no_page(map_: Path) -> None:
    lees(Client(raise_request_exception=False), "/voorstel/v0009", 404)


def test_figures_that_miss_a_level_do_not_meet_the_first_condition_whatever_people_say(werkmap: Path) -> None:
    levels = {code: each[0] for code, each in toets(werkmap, kandidaten().values()).items()}
    assert levels["trajecten"].grond == "cijfers over land, regio en gemeente"
    assert levels["trajecten"].uitkomst == NOG_TE_BEOORDELEN, "whether they represent, people judge"
    missing = {code for code, each in levels.items() if each.berekend == "nee"}
    assert missing == {code for code, each in levels.items() if each.grond.startswith("geen cijfers over")}
    judged = replace(
        levels["trajecten"], berekend="nee", oordeel=Oordeel("trajecten", "1", VOLDOET, "x", merk_van(TRAJECTEN))
    )
    assert judged.uitkomst == VOLDOET_NIET


def test_the_baseline_is_a_published_figure_with_its_reference_date(werkmap: Path) -> None:
    kpi = met_nulmeting(werkmap, Kpi("n", "N", "trajecten", KORT, "VNG", nul_periode="2025"))
    last = laatste_cijfer(werkmap, kpi)
    assert kpi.nul_waarde and kpi.nul_waarde > 0
    assert kpi.nul_peildatum and kpi.nul_uitgave == 1
    assert last and len(last["periode"]) == 4
    assert met_nulmeting(werkmap, Kpi("n", "N", "RK4.1", KORT, "VNG")).nul_waarde is None
    with pytest.raises(GebruikersFout, match="geen landelijk cijfer"):
        met_nulmeting(werkmap, Kpi("n", "N", "trajecten", KORT, "VNG", nul_periode="1999"))


KPI = {
    "kpi": "korter", "naam": "Kortere trajecten", "indicator": "trajecten", "horizon": "kort", "eigenaar": "VNG",
    "nul_periode": "2025", "waarom": "afgesproken", "versie": "0", "gezien": "",
}  # fmt: skip


@pytest.fixture
def met_cijfers(werkmap: Path, django_app: None, tmp_path: Path) -> Iterator[Path]:
    """A work folder with the figures of the shared one, and registers of its own."""
    (tmp_path / "uitgaven").symlink_to(werkmap / "uitgaven")
    with override_settings(WERKMAP=tmp_path):
        yield tmp_path


def test_a_kpi_begins_with_a_published_figure_and_without_a_goal_that_nobody_set(
    met_cijfers: Path, als: Callable[..., Client]
) -> None:
    assert "nog geen kpi vastgelegd" in lees(Client(), "/kpis")
    assert als("redacteur").post("/kpis/vastleggen", KPI).status_code == 302
    page = lees(Client(), "/kpi/korter")
    assert "doel nog niet vastgesteld" in page and "in 2025" in page and "(uitgave 1)" in page
    assert "Kortere trajecten" in lees(Client(), "/kpis?horizon=kort")
    assert "Kortere trajecten" not in lees(Client(), "/kpis?horizon=lang")
    assert "gebied=jeugdregio" in page, "the way to the differences between regions"


def test_a_changed_kpi_keeps_what_it_was(met_cijfers: Path, als: Callable[..., Client]) -> None:
    client = als("redacteur")
    client.post("/kpis/vastleggen", KPI)
    form = lees(client, "/kpis/vastleggen?sleutel=korter")
    assert 'value="Kortere trajecten"' in form and 'name="versie" value="1"' in form
    goal = {
        "doel": "100",
        "doel_jaar": "2028",
        "doel_bron": "besluit van het overleg",
        "versie": "1",
        "gezien": "korter",
    }
    assert client.post("/kpis/vastleggen", {**KPI, **goal, "waarom": "doel gesteld"}).status_code == 302
    page = lees(Client(), "/kpi/korter")
    assert "100 in 2028 (besluit van het overleg)" in page and "doel nog niet vastgesteld" in page
    late = client.post("/kpis/vastleggen", {**KPI, "eigenaar": "VWS", "versie": "1", "gezien": "korter"})
    assert late.status_code == 409 and 'value="VWS"' in tekst(late)


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"nul_periode": "1999"}, "geen landelijk cijfer"),
        ({"doel": "5"}, "een getal, een jaar en een document"),
        ({"horizon": "straks"}, "geldige keuze"),
        ({"eigenaar": ""}, "Dit veld is verplicht"),
    ],
)
def test_a_kpi_that_is_not_whole_is_explained_and_keeps_the_text(
    met_cijfers: Path, als: Callable[..., Client], anders: dict[str, str], woorden: str
) -> None:
    answer = als("redacteur").post("/kpis/vastleggen", {**KPI, **anders})
    assert answer.status_code == 400
    assert woorden in tekst(answer) and "Kortere trajecten" in tekst(answer)


def test_a_linked_indicator_stands_with_its_measure_and_meets_three_conditions(
    map_: Path, als: Callable[..., Client]
) -> None:
    assert "Bij 32 van de 32 onderdelen" in lees(Client(), "/meetbaarheid")
    link = {
        "waaraan": "m02", "kant": "inspanning", "indicator": "trajectduur", "toelichting": "korter is de afspraak",
        "waarom": "werkgroep", "versie": "0", "gezien": "",
    }  # fmt: skip
    client = als("redacteur")
    assert client.post("/meetbaarheid/koppelen", link).status_code == 302
    nothing = {**link, "kant": "effect", "indicator": "", "toelichting": "alleen bij alle maatregelen samen"}
    assert client.post("/meetbaarheid/koppelen", nothing).status_code == 302
    page = lees(Client(), "/meetbaarheid")
    assert "Bij 30 van de 32 onderdelen" in page and "niet meetbaar op maatregelniveau" in page
    assert lees(Client(), "/randvoorwaarden/indicator/trajectduur").count("<td>voldoet</td>") == 4


def test_the_set_as_a_whole_fails_and_says_on_which_conditions(map_: Path, als: Callable[..., Client]) -> None:
    page = lees(Client(), "/randvoorwaarden")
    assert "haalt 6 van de zeven voorwaarden niet" in page and GEEN_SET in page
    judged = {
        "indicator": "kosten", "voorwaarde": "6", "oordeel": "voldoet", "toelichting": "besproken met de werkgroep",
        "waarom": "overleg", "versie": "0", "gezien": "",
    }  # fmt: skip
    assert als("redacteur").post("/randvoorwaarden/oordeel", judged).status_code == 403
    assert als(COMMISSIE).post("/randvoorwaarden/oordeel", judged).status_code == 302
    assert "haalt 5 van de zeven voorwaarden niet" in lees(Client(), "/randvoorwaarden")
    assert "besproken met de werkgroep" in lees(Client(), "/randvoorwaarden/indicator/kosten")
