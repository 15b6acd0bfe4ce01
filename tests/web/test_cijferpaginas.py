"""The pages of figures: a figure, a place, waiting times, the start and the search."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.aanbieders import aanbieders
from jeugdstelsel.services.kast import open_kast
from jeugdstelsel.standaard import gemeenten_op
from jeugdstelsel.web.onderdelen.assen import merktekst
from jeugdstelsel.web.onderdelen.lijn import vat_samen
from jeugdstelsel.web.onderdelen.tijdreeks import punten
from jeugdstelsel.web.onderdelen.vonk import vonk
from jeugdstelsel.web.paginas.indicator import geheel
from jeugdstelsel.web.templatetags.stelsel import cijfer


def lees(bezoeker: Client, adres: str) -> str:
    """Return the text of a page that opens, with quotes as a reader sees them."""
    answer = bezoeker.get(adres, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode().replace("&#x27;", "'")


def koppen(page: str) -> list[str]:
    """Return the headings of a page without their markup."""
    return [re.sub(r"<[^>]+>", "", text).strip() for text in re.findall(r"<h[1-3][^>]*>(.*?)</h[1-3]>", page, re.S)]


# --- one figure -----------------------------------------------------------------------------------------------------


def test_a_figure_says_what_it_is_where_it_comes_from_and_how_sure_it_is(bezoeker: Client) -> None:
    page = lees(bezoeker, "/indicator/jeugdhulpgebruik")
    for word in ("Eenheid", "Teller", "Noemer", "Bron", "Peildatum", "Uitgave", "Status", "versie 1", "synthetisch"):
        assert word in page
    assert "Waar u op moet letten" in koppen(page)


def test_a_figure_tells_how_many_deliveries_and_which_rules_are_behind_it(bezoeker: Client) -> None:
    page = lees(bezoeker, "/indicator/trajecten")
    assert re.search(r"<dt>Leveringen</dt><dd>\d+, samen met kenmerk <code>[0-9a-f]{12}</code>", page)
    assert "regels van iJw-berichtenstandaard 3.2" in page
    assert "JW305" in page


@pytest.mark.parametrize("code", sorted(all_indicators()))
def test_every_figure_has_a_page(bezoeker: Client, code: str) -> None:
    assert all_indicators()[code].titel in lees(bezoeker, f"/indicator/{code}").replace("&amp;", "&")


def test_a_figure_with_splits_begins_with_the_whole() -> None:
    assert geheel(["CD001", "TR019", "alle"]) == "alle"
    assert geheel(["02", "onbekend"]) == "02"


def test_a_split_is_named_in_words(bezoeker: Client) -> None:
    assert ">huisarts</option>" in lees(bezoeker, "/indicator/verwijzer")


def test_a_share_is_shown_in_percent_and_never_rounded_to_nothing() -> None:
    assert cijfer(0.097, "gepubliceerd", "aandeel") == "9,7 %"
    assert cijfer(0.001, "gepubliceerd", "aandeel") == "0,1 %"
    assert cijfer(None, "geheim", "aandeel") == "geheim"
    assert cijfer(72481000.0, "gepubliceerd", "euro") == "€ 72.481.000"


def test_an_axis_has_as_many_decimals_as_its_steps_need() -> None:
    assert [merktekst(value, 0.0005, procent=True) for value in (0.0, 0.0005)] == ["0,00 %", "0,05 %"]
    assert merktekst(12_500, 2_500) == "12.500"


def test_a_new_version_of_a_definition_breaks_the_line() -> None:
    rows = [
        {"periode": year, "waarde": 0.1, "toestand": "gepubliceerd", "status": "definitief", "versie": version}
        for year, version in (("2023", "1"), ("2024", "1"), ("2025", "2"))
    ]
    points = punten(rows, "aandeel")
    assert [bool(point.breuk) for point in points] == [False, False, True]
    assert points[0].waarde == pytest.approx(10)
    assert "Niet vergelijkbaar: vanaf 2025 geldt versie 2" in vat_samen(points, "procent")


def test_the_table_of_a_figure_can_be_saved_as_csv_and_json(bezoeker: Client) -> None:
    text = bezoeker.get("/indicator/trajecten?per=kwartaal&formaat=csv&deel=reeks").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert {row["synthetisch"] for row in rows} == {"ja"}
    assert {row["eenheid"] for row in rows} == {"trajecten"}
    found = json.loads(bezoeker.get("/indicator/trajecten?per=kwartaal&formaat=json&deel=reeks").content)
    assert found["synthetisch"] is True
    assert found["betekenis"]
    assert [row["periode"] for row in found["rijen"]] == [row["periode"] for row in rows]


def test_every_level_of_a_figure_can_be_saved_and_secret_stays_empty(bezoeker: Client) -> None:
    found = json.loads(bezoeker.get("/indicator/trajecten?niveau=gemeente&deel=alles&formaat=json").content)
    secret = [row for row in found["rijen"] if row["toestand"] == "geheim"]
    assert secret
    assert {row["waarde"] for row in secret} == {None}


def test_a_figure_has_limits_of_chance_or_says_why_not(bezoeker: Client) -> None:
    share = lees(bezoeker, "/indicator/onafgerond?gebied=jeugdregio")
    assert "De grenzen zijn exacte grenzen van een binomiale verdeling rond het cijfer van Nederland" in share
    count = lees(bezoeker, "/indicator/trajecten?gebied=jeugdregio")
    assert "Daarom staat hier het aantal per 1.000 inwoners tot 23 jaar" in count
    assert "een jongere kan meer trajecten hebben" in count
    median = lees(bezoeker, "/indicator/wachttijd_toewijzing_start")
    assert "Geen grenzen: de spreiding is niet bekend." in median
    assert 'class="trechter"' not in median


def test_a_place_beside_others_is_called_striking_only_by_the_limits(bezoeker: Client) -> None:
    page = lees(bezoeker, "/jeugdregio/JZ01?groep=alle&cijfer=onafgerond").split('id="kop-buren"')[1]
    assert '<th scope="col">Naast Nederland</th>' in re.sub(r' class="[^"]*"', "", page)
    assert "geen opvallend verschil" in page
    waiting = lees(bezoeker, "/gemeente/0363?cijfer=wachttijd_toewijzing_start").split('id="kop-buren"')[1]
    assert "Geen grenzen: de spreiding is niet bekend." in waiting


def test_a_level_takes_another_place_without_an_error_of_the_place_before(bezoeker: Client) -> None:
    page = lees(bezoeker, "/indicator/trajecten?niveau=jeugdregio")
    form = re.search(r'<form class="filters" method="get">(.*?)</form>', page, re.S)
    assert form is not None
    assert 'name="niveau"' in form[1]
    assert 'name="plaats"' not in form[1]


@pytest.mark.parametrize(
    ("adres", "woord"),
    [
        ("/indicator/trajecten?niveau=gemeente&plaats=9999", "geen cijfers over gemeente '9999'"),
        ("/indicator/trajecten?formaat=xml", "'formaat' kan niet 'xml' zijn"),
        ("/indicator/trajecten?periode=1999", "'periode' kan niet '1999' zijn"),
        ("/gemeente/0363?groep=vrienden", "'groep' kan niet 'vrienden' zijn"),
        ("/wachttijden?gemeente=9999", "gemeente '9999' bestaat niet"),
        ("/wachttijden?gemeente=0363&jeugdregio=JZ01", "niet allebei"),
        ("/wachttijden?gemeente=0457", "Weesp bestaat niet meer. Kies Amsterdam"),
        ("/plaatsen?gemeente=9999", "gemeente '9999' bestaat niet"),
    ],
)
def test_a_wrong_question_gets_400_and_a_dutch_sentence(bezoeker: Client, adres: str, woord: str) -> None:
    answer = bezoeker.get(adres)
    assert answer.status_code == 400
    assert woord in answer.content.decode().replace("&#x27;", "'")


# --- one place ------------------------------------------------------------------------------------------------------


def test_a_gemeente_has_its_figures_money_cbs_and_equals_on_one_page(bezoeker: Client) -> None:
    page = lees(bezoeker, "/gemeente/0363")
    assert koppen(page)[0] == "Gemeente Amsterdam"
    for head in ("In het kort", "Wachttijden", "Geld", "Cijfers van het CBS", "Vergelijken"):
        assert head in koppen(page)
    assert "€ 382,3 mln" in page
    assert "ten minste € 324,4 mln" in page
    assert "trendbreuk 2023" in page


def test_others_stand_by_name_and_are_ranked_only_when_a_reader_asks(bezoeker: Client) -> None:
    def names(adres: str) -> list[str]:
        part = lees(bezoeker, adres).split('id="kop-buren"')[1]
        return re.findall(r'<th scope="row"><a href="/gemeente/\d{4}">([^<]+)</a>', part)

    by_name = names("/gemeente/0363?groep=provincie")
    assert by_name == sorted(by_name)
    assert "Amsterdam" in by_name
    assert sorted(names("/gemeente/0363?groep=provincie&volgorde=waarde")) == by_name


def test_a_gemeente_without_messages_is_unknown_and_not_zero(bezoeker: Client, werkmap: Path) -> None:
    silent = min(gemeenten_op(date(2026, 1, 1)).keys() - set(open_kast(werkmap).namen("gemeente")))
    page = lees(bezoeker, f"/gemeente/{silent}")
    assert "Dat is niet nul: het is onbekend." in page
    assert "Geld" in koppen(page)


def test_a_gemeente_that_ended_leads_to_the_one_that_took_over(bezoeker: Client) -> None:
    answer = bezoeker.get("/gemeente/0457")
    assert (answer.status_code, answer["Location"]) == (302, "/gemeente/0363?voorheen=0457")
    assert "De gemeente Weesp bestaat niet meer" in lees(bezoeker, "/gemeente/0457")


def test_a_gemeente_that_was_divided_shows_every_part(bezoeker: Client) -> None:
    page = lees(bezoeker, "/gemeente/0788")
    assert "Gemeente Haaren" in koppen(page)
    assert {"Boxtel", "Oisterwijk", "Tilburg", "Vught"} <= set(re.findall(r">([A-Z][a-z]+)</a> \(\d+ %", page))


@pytest.mark.parametrize("adres", ["/gemeente/9999", "/jeugdregio/JZ99", "/aanbieder/00000000", "/indicator/geluk"])
def test_a_place_that_is_not_there_is_404(bezoeker: Client, adres: str) -> None:
    assert bezoeker.get(adres).status_code == 404


def test_a_region_lists_its_gemeenten_by_name(bezoeker: Client) -> None:
    part = lees(bezoeker, "/jeugdregio/JZ01").split('id="kop-gemeenten"')[1]
    names = re.findall(r'<a href="/gemeente/\d{4}">([^<]+)</a>', part)
    assert names == sorted(names)
    assert "Groningen" in names


def test_a_place_can_be_saved(bezoeker: Client) -> None:
    found = json.loads(bezoeker.get("/jeugdregio/JZ01?formaat=json").content)
    assert found["naam"] == "Groningen"
    assert {row["niveau"] for row in found["rijen"]} == {"jeugdregio"}


def test_a_small_line_needs_two_values_and_leaves_a_gap_where_nothing_is_known() -> None:
    assert vonk([1.0, None]) == ""
    drawn = vonk([1.0, 2.0, None, 4.0])
    assert drawn.count("M") == 2
    assert 'aria-hidden="true"' in drawn


# --- providers by name ----------------------------------------------------------------------------------------------


def een_aanbieder(werkmap: Path) -> tuple[str, str]:
    """Return the code and the made-up name of a provider with figures."""
    code = next(code for code in open_kast(werkmap).namen("aanbieder") if code.startswith("99"))
    return code, aanbieders(werkmap)[code].naam


def test_a_provider_is_shown_by_name_and_code_wherever_it_stands(bezoeker: Client, werkmap: Path) -> None:
    code, naam = een_aanbieder(werkmap)
    assert naam.startswith("Synthetisch")
    page = lees(bezoeker, f"/aanbieder/{code}")
    assert koppen(page)[0] == f"Aanbieder {naam} ({code})"
    assert "De naam komt niet uit de berichten maar uit een lijst: synthetisch land" in page
    assert f"{naam} ({code})" in lees(bezoeker, f"/indicator/trajecten?niveau=aanbieder&plaats={code}")
    assert f"{naam} ({code})" in lees(bezoeker, "/datakwaliteit?niveau=aanbieder")
    found = json.loads(bezoeker.get(f"/aanbieder/{code}?formaat=json").content)
    assert {row["naam"] for row in found["rijen"]} == {f"{naam} ({code})"}


def test_a_provider_is_found_by_its_name_and_by_its_code(bezoeker: Client, werkmap: Path) -> None:
    code, naam = een_aanbieder(werkmap)
    for vraag in (naam.lower(), code):
        assert f'<a href="/aanbieder/{code}">{naam} ({code})</a>' in lees(bezoeker, f"/zoeken?q={vraag}")


def test_the_release_has_every_provider_of_its_figures_with_the_name_and_where_that_is_from(werkmap: Path) -> None:
    code, naam = een_aanbieder(werkmap)
    kast = open_kast(werkmap)
    with (kast.blad.map / "aanbieders.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["agb"]: row for row in csv.DictReader(file)}
    assert set(kast.namen("aanbieder")) <= rows.keys()
    assert rows[code] == {
        "agb": code, "naam": naam, "geldig_vanaf": "2015-01-01", "geldig_tot": "", "bron": "synthetisch land",
        "synthetisch": "ja",
    }  # fmt: skip


def test_without_a_name_a_provider_is_its_code(
    bezoeker: Client, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _ = een_aanbieder(werkmap)
    monkeypatch.setattr("jeugdstelsel.services.aanbieders._lees", lambda *_: {})
    page = lees(bezoeker, f"/aanbieder/{code}")
    assert koppen(page)[0] == f"Aanbieder {code}"
    assert "een naam is hier niet bekend" in page
    assert f"Aanbieder {code}</a>" in lees(bezoeker, f"/zoeken?q={code}")


NAMEN_OP = (
    "/indicator/jongeren_met_jeugdhulp?gebied=jeugdregio", "/indicator/trajecten?niveau=jeugdregio",
    "/indicator/trajecten?niveau=aanbieder", "/datakwaliteit?niveau=aanbieder", "/datakwaliteit?niveau=gemeente",
    "/wachttijden?overzicht=gemeente", "/jeugdregio/JZ01", "/gemeente/0363?groep=jeugdregio", "/plaatsen",
    "/zoeken?q=synthetische", "/aansluiting?gebied=JZ01",
)  # fmt: skip
"""Pages on which places or providers stand."""


def test_no_code_stands_alone_where_a_name_is_known(bezoeker: Client) -> None:
    """A jeugdregio or gemeente never by its code; a provider only by its name with the code between brackets."""
    told = r"<(script|style|head).*?</\1>|https?://\S+|/v1/[^\s<]+|<dt>Gemeentecode</dt><dd>\d{4}</dd>"
    alone = r"\bJZ(?!21)\d\d\b|(?<!\()\b99\d{6}\b|(?<=\|)\s*[01]\d{3}(?=: |\s*\|)"
    for adres in NAMEN_OP:
        shown = re.sub(r"<[^>]+>", "|", re.sub(told, "", lees(bezoeker, adres), flags=re.S))
        assert re.findall(alone, shown) == [], adres


# --- waiting times --------------------------------------------------------------------------------------------------


def test_from_the_start_to_waiting_times_of_ones_gemeente_in_two_steps(bezoeker: Client) -> None:
    start = lees(bezoeker, "/")
    form = re.search(r'<form class="filters" method="get" action="(/plaatsen)">(.*?)</form>', start, re.S)
    assert form is not None
    assert '<option value="0363">Amsterdam</option>' in form[2]
    assert 'name="naar" value="wachttijden"' in form[2]
    page = lees(bezoeker, "/plaatsen?gemeente=0363&naar=wachttijden")
    assert koppen(page)[:2] == ["Wachttijden in Amsterdam", "Kunt u Amsterdam vergelijken?"]


def test_each_waiting_time_has_its_own_name_and_the_share_that_still_waits(bezoeker: Client) -> None:
    page = lees(bezoeker, "/wachttijden")
    heads = koppen(page)
    assert heads.index("Van verzoek tot toewijzing") < heads.index("Van toewijzing tot start")
    assert heads.index("Van toewijzing tot start") < heads.index("Van ingangsdatum tot start")
    assert page.count(">Wacht nog</th>") >= 4
    assert "Negen van de tien klaar na" in page


def test_waiting_times_of_all_gemeenten_can_be_saved(bezoeker: Client) -> None:
    found = json.loads(bezoeker.get("/wachttijden?overzicht=gemeente&formaat=json").content)
    assert found["dekking"] == "het deel dat niet meer wacht"
    assert len(found["intervallen"]) == 3
    assert {row["niveau"] for row in found["rijen"]} == {"gemeente"}


# --- start and search -----------------------------------------------------------------------------------------------


def test_the_start_cites_the_zero_goal_and_says_what_is_not_yet_defined(bezoeker: Client) -> None:
    page = lees(bezoeker, "/")
    assert "0 kinderen die niet optimaal thuis opgroeien" in page
    assert "Kerndocument Toekomst Jeugd, 4.4 en 6.2" in page
    assert "41.000" in page
    assert "Vanaf 2021 leveren meer aanbieders aan CBS" in page
    assert "nog niet gedefinieerd" in page
    assert "Dit is de eerste uitgave" in page


def test_the_start_has_the_country_for_each_goal_of_the_system(bezoeker: Client) -> None:
    assert {"Toegankelijkheid", "Kwaliteit", "Betaalbaarheid"} <= set(koppen(lees(bezoeker, "/")))


@pytest.mark.parametrize(
    ("vraag", "soort", "naam"),
    [
        ("amsterdam", "Gemeente", "Amsterdam"),
        ("weesp", "Gemeente", "Weesp (nu Amsterdam)"),
        ("0363", "Gemeente", "Amsterdam"),
        ("fryslan", "Jeugdregio", "Friesland (Fryslân)"),
        ("wachttijd toewijzing", "Cijfer", "Mediane wachttijd van toewijzing tot start"),
        ("driemilieu", "Begrip", "Driemilieuvoorziening"),
        ("stevige lokale teams", "Actielijn", "Actielijn 2: Stevige lokale teams die zelf hulp bieden"),
        ("maatschappelijke dialoog", "Afspraak", "Een maatschappelijke dialoog beginnen"),
        ("gemeenten en jeugdregio", "Pagina", "Gemeenten en jeugdregio's"),
    ],
)
def test_search_finds_places_figures_words_and_agreements(bezoeker: Client, vraag: str, soort: str, naam: str) -> None:
    page = lees(bezoeker, f"/zoeken?q={vraag}")
    assert soort in koppen(page)
    assert naam in page


def test_search_that_finds_nothing_suggests_what_looks_like_it(bezoeker: Client) -> None:
    page = lees(bezoeker, "/zoeken?q=Amsterdm")
    assert "Bedoelt u" in page
    assert ">Amsterdam</a>" in page


def test_what_is_typed_is_never_markup(bezoeker: Client) -> None:
    assert "<script>alert" not in bezoeker.get("/zoeken?q=<script>alert(1)</script>").content.decode()
