"""Money and signals on the web: figures that are compared only when they may be, and red that asks for a decision."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from jeugdstelsel.services.realisatie_register import Drempel, Index, Resultaat, leg_vast
from jeugdstelsel.store import Register
from jeugdstelsel.web.onderdelen.geldlijn import Geldreeks, geldlijn


@pytest.fixture
def map_(django_app: None, tmp_path: Path) -> Iterator[Path]:
    """A work folder of one's own, so that what is recorded here is seen by no other test."""
    with override_settings(WERKMAP=tmp_path):
        yield tmp_path


def leg(werkmap: Path, *wat: Any) -> None:
    for item in wat:
        leg_vast(werkmap, item, wie="redacteur", waarom="proef")


def tekst(answer: Any) -> str:
    """Return the words of a page."""
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", text.replace("&#x27;", "'"))


def rood(werkmap: Path) -> None:
    """Make the light of all measures in 2027 red."""
    leg(werkmap, Resultaat("totaal", 2027, Decimal(-700), None, None, "monitorrapport"))
    leg(werkmap, Drempel("maatregel", "effect", Decimal(10), Decimal(25), "BO", date(2026, 1, 5), "proef"))


# --- money ----------------------------------------------------------------------------------------------------------


def test_without_an_index_other_years_are_not_compared_and_the_page_says_why(map_: Path, bezoeker: Client) -> None:
    page = tekst(bezoeker.get("/geld"))
    assert "niet te vergelijken: het prijspeil verschilt" in page
    assert "7.174,1 jaarrekening, definitief 99,7 %" in page
    assert "+4,9" not in page


def test_with_an_index_the_difference_is_there_with_the_index_and_its_owner(map_: Path, bezoeker: Client) -> None:
    figures = {2023: Decimal(100), 2024: Decimal(106)}
    leg(map_, Index("proefindex", figures, "Rijk en VNG", date(2026, 1, 5), "afspraak", "voorbeeld"))
    page = tekst(bezoeker.get("/geld"))
    assert "proefindex, gekozen door Rijk en VNG op 5 januari 2026" in page
    assert "6.768" in page
    assert "-68" in page


def test_every_control_total_and_every_contradiction_stands_on_the_page(map_: Path, bezoeker: Client) -> None:
    page = tekst(bezoeker.get("/geld"))
    assert "afronding : Budgetreeks: regel 1 + 2 + 3, 2024: nagerekend 6.837, gedrukt 6.836" in page
    assert "tegenstrijdig : Investeringen: Gemeentefonds, 2023: nagerekend 82, gedrukt 87" in page


def test_the_table_can_be_taken_along_as_numbers(map_: Path, bezoeker: Client) -> None:
    rows = bezoeker.get("/geld?formaat=csv").content.decode("utf-8-sig").splitlines()
    assert rows[5].startswith("2026;5409.0;0.0;5409.0;7168.")
    measure = bezoeker.get("/maatregel/m03?formaat=csv").content.decode("utf-8-sig").splitlines()
    assert measure[1] == "2023;-101.0;op dit niveau niet te meten: zie totaal;;;"


def test_measures_and_checks_can_be_taken_along_too(map_: Path, bezoeker: Client) -> None:
    measures = bezoeker.get("/geld?formaat=csv&tabel=maatregelen").content.decode("utf-8-sig").splitlines()
    assert measures[3].startswith("Invoeren doorbraakmethode;VNG;-101;-101;")
    checks = bezoeker.get("/geld?formaat=csv&tabel=controles").content.decode("utf-8-sig")
    assert "Investeringen: Gemeentefonds;2023;82;87;-5;tegenstrijdig;Bijlage 3" in checks
    assert bezoeker.get("/geld?formaat=csv&tabel=iets").status_code == 400


@pytest.mark.parametrize("adres", ["/maatregel/m99", "/signaal/straat", "/vastleggen/iets"])
def test_what_does_not_exist_is_not_found(map_: Path, als: Callable[..., Client], adres: str) -> None:
    assert als("redacteur").get(adres).status_code == 404


def test_a_drawing_leaves_a_gap_where_nothing_is_known_and_cuts_the_line_at_a_break(django_app: None) -> None:
    budget = Geldreeks("Budget", [6000.0, 6100.0, 6200.0, 6300.0])
    spent = Geldreeks("Uitgaven", [5000.0, 5500.0, 5600.0, None], breuken=(2024,))
    drawing = geldlijn((2022, 2023, 2024, 2025), budget, spent, titel="Proef")
    lines = re.findall(r'polyline class="reeks (\w+)" points="([^"]+)"', drawing)
    assert [(form, len(points.split())) for form, points in lines] == [("rond", 4), ("vierkant", 2)]
    assert drawing.count("stip vierkant") == 3 + 1, "three years and the legend"
    assert drawing.count(">breuk<") == 1


# --- recording ------------------------------------------------------------------------------------------------------

MUTATIE = {
    "naam": "Meicirculaire 2024", "jaar": "2026", "geldbron": "algemene uitkering", "miljoen": "12,5",
    "prijspeil": "2023", "bron": "Meicirculaire 2024, par. 3", "versie": "0", "gezien": "", "waarom": "verwerkt",
}  # fmt: skip


def test_an_editor_adds_a_change_and_the_page_shows_the_new_series(map_: Path, als: Callable[..., Client]) -> None:
    editor = als("redacteur")
    assert editor.post("/vastleggen/budgetreeks", MUTATIE).status_code == 302
    assert "5.421,5 12,5 7.168,3" in tekst(editor.get("/geld"))
    assert "verwerkt" in tekst(editor.get("/vastleggen/budgetreeks"))


def test_a_du_is_refused_with_the_reason_of_the_document_and_what_was_typed_stays(
    map_: Path, als: Callable[..., Client]
) -> None:
    answer = als("redacteur").post("/vastleggen/budgetreeks", MUTATIE | {"geldbron": "decentralisatie-uitkering (DU)"})
    assert answer.status_code == 400
    assert "noot 74" in tekst(answer)
    assert 'value="Meicirculaire 2024"' in answer.content.decode()
    assert Register(map_, "budgetreeks").geschiedenis() == []


def test_two_editors_at_once_do_not_overwrite_each_other(map_: Path, als: Callable[..., Client]) -> None:
    editor = als("redacteur")
    editor.post("/vastleggen/budgetreeks", MUTATIE)
    answer = editor.post("/vastleggen/budgetreeks", MUTATIE | {"miljoen": "99"})
    assert answer.status_code == 409
    assert "iemand anders heeft dit intussen gewijzigd" in tekst(answer).lower()
    assert 'value="99"' in answer.content.decode()
    assert 'name="versie" value="1"' in answer.content.decode()
    assert len(Register(map_, "budgetreeks").geschiedenis()) == 1


def test_a_line_is_opened_again_with_what_stands_there_and_can_be_withdrawn(
    map_: Path, als: Callable[..., Client]
) -> None:
    editor = als("redacteur")
    editor.post("/vastleggen/budgetreeks", MUTATIE)
    page = editor.get("/vastleggen/budgetreeks?sleutel=2026/Meicirculaire 2024").content.decode()
    assert 'value="Meicirculaire 2024, par. 3"' in page
    seen = {"versie": "1", "gezien": "2026/Meicirculaire 2024", "intrekken": "on", "waarom": "dubbel"}
    assert editor.post("/vastleggen/budgetreeks", MUTATIE | seen).status_code == 302
    assert "5.409 0 7.168,3" in tekst(editor.get("/geld"))
    assert "ingetrokken" in tekst(editor.get("/vastleggen/budgetreeks"))
    assert editor.post("/vastleggen/budgetreeks", MUTATIE).status_code == 302, "a withdrawn line may come back"


def test_an_estimate_of_another_stands_beside_the_series_and_replaces_nothing(
    map_: Path, als: Callable[..., Client]
) -> None:
    editor = als("redacteur")
    before = editor.get("/geld?formaat=csv").content
    estimate = {
        "naam": "CPB", "jaar": "2026", "miljoen": "7100", "laag": "6900", "hoog": "7300", "prijspeil": "2026",
        "methode": "trend", "basisjaar": "2024", "bron": "CPB-notitie", "versie": "0", "gezien": "", "waarom": "nieuw",
    }  # fmt: skip
    assert editor.post("/vastleggen/raming", estimate | {"laag": "7200"}).status_code == 400
    assert editor.post("/vastleggen/raming", estimate).status_code == 302
    assert "CPB 2026 7.100 6.900 tot 7.300 2026 trend 2024 CPB-notitie" in tekst(editor.get("/geld"))
    assert editor.get("/geld?formaat=csv").content == before


def test_an_index_is_typed_as_lines_and_a_wrong_line_is_named(map_: Path, als: Callable[..., Client]) -> None:
    editor = als("redacteur")
    index = {
        "naam": "proefindex", "cijfers": "2023 100\n2024: 106,5", "eigenaar": "BO", "datum": "2026-01-05",
        "reden": "afspraak", "bron": "voorbeeld", "versie": "0", "gezien": "", "waarom": "besloten",
    }  # fmt: skip
    wrong = editor.post("/vastleggen/prijsindex", index | {"cijfers": "2023 honderd"})
    assert wrong.status_code == 400
    assert "'2023 honderd' is geen jaar met een cijfer" in tekst(wrong)
    assert editor.post("/vastleggen/prijsindex", index).status_code == 302
    assert "2023 100\n2024 106.5" in editor.get("/vastleggen/prijsindex?sleutel=budgetreeks").content.decode()


@pytest.mark.parametrize("adres", ["/vastleggen/inspanning", "/drempel", "/besluit/totaal-2027"])
def test_a_visitor_records_nothing(map_: Path, bezoeker: Client, adres: str) -> None:
    assert bezoeker.get(adres).status_code == 403
    assert bezoeker.post(adres, {}).status_code == 403


def test_an_editor_sets_no_threshold_and_a_decider_records_no_effort(map_: Path, als: Callable[..., Client]) -> None:
    assert als("redacteur").get("/drempel").status_code == 403
    assert als("Rijk").get("/vastleggen/inspanning").status_code == 403


# --- signals --------------------------------------------------------------------------------------------------------


def test_without_a_threshold_no_light_has_a_colour_and_the_page_says_so(map_: Path, bezoeker: Client) -> None:
    leg(map_, Resultaat("totaal", 2027, Decimal(-700), None, None, "monitorrapport"))
    page = tekst(bezoeker.get("/signalen?jaar=2027&soort=maatregel"))
    assert "groen 0 oranje 0 rood 0" in page
    assert "nog niet in te kleuren: geen drempel vastgesteld" in page
    assert "Er is dus geen officiële drempel" in page


def test_a_threshold_set_by_a_decider_makes_the_light_red_and_opens_a_record(
    map_: Path, als: Callable[..., Client]
) -> None:
    leg(map_, Resultaat("totaal", 2027, Decimal(-700), None, None, "monitorrapport"))
    decider = als("VNG")
    threshold = {
        "soort": "maatregel", "maat": "effect", "oranje": "10", "rood": "25", "eigenaar": "BO Rijk-VNG",
        "datum": "2026-01-05", "reden": "proef", "versie": "0", "gezien": "", "waarom": "besluit van het BO",
    }  # fmt: skip
    assert decider.post("/drempel", threshold).status_code == 302
    page = tekst(decider.get("/signalen?jaar=2027&soort=maatregel"))
    assert "groen 0 oranje 0 rood 1" in page
    assert "Besluit nodig Alle maatregelen samen, 2027 : stond op rood (effect 31,2 % achter)" in page
    assert [line.wie for line in Register(map_, "besluiten").geschiedenis("totaal-2027")] == ["monitor"]


def test_a_light_says_its_colour_in_a_word_and_a_shape(map_: Path, bezoeker: Client) -> None:
    rood(map_)
    page = bezoeker.get("/signaal/totaal?jaar=2027").content.decode()
    assert re.search(r'class="licht licht-rood"><svg[^>]+aria-hidden="true"><path d="M3 3h14', page)
    assert "<strong>rood</strong>" in page


def test_a_day_in_the_past_shows_the_light_of_that_day(map_: Path, bezoeker: Client) -> None:
    rood(map_)
    assert "alleen effect" in tekst(bezoeker.get("/signaal/totaal?jaar=2027"))
    assert "nog niets gemeten" in tekst(bezoeker.get("/signaal/totaal?jaar=2027&bekend_op=2026-01-31"))


def test_a_wrong_filter_gives_400(map_: Path, bezoeker: Client) -> None:
    assert bezoeker.get("/signalen?jaar=1999").status_code == 400
    assert bezoeker.get("/signalen?soort=straat").status_code == 400
    assert bezoeker.get("/geld?bekend_op=ooit").status_code == 400


BESLUIT = {
    "oorzaak": "nieuwe ramingsinzichten", "besluit": "De reeks wordt herijkt", "eigenaar": "Rijk",
    "datum": "2026-06-02", "verwacht_effect": "minder achter in 2028", "verwacht_achter": "12,5", "effect_jaar": "2028",
    "sluit": "on", "waarom": "BO van 2 juni 2026", "versie": "0",
}  # fmt: skip


def test_a_whole_decision_closes_the_record_and_everyone_can_read_it(
    map_: Path, als: Callable[..., Client], bezoeker: Client
) -> None:
    rood(map_)
    assert als("Rijk").post("/besluit/totaal-2027", BESLUIT).status_code == 302
    page = tekst(bezoeker.get("/signaal/totaal?jaar=2027"))
    assert "2027: besloten" in page
    assert "nieuwe ramingsinzichten" in page
    assert "onbekend nieuwe ramingsinzichten" in tekst(bezoeker.get("/signalen?jaar=2027&soort=maatregel"))
    assert "nog niet te meten : verwacht hoogstens 12,5 % achter in 2028, gemeten onbekend" in page


@pytest.mark.parametrize("veld", ["oorzaak", "besluit", "eigenaar", "datum", "verwacht_effect", "verwacht_achter"])
def test_a_record_stays_open_while_something_is_missing(map_: Path, als: Callable[..., Client], veld: str) -> None:
    rood(map_)
    answer = als("Rijk").post("/besluit/totaal-2027", BESLUIT | {veld: ""})
    assert answer.status_code == 400
    assert f'id="id_{veld}_error"' in answer.content.decode()
    assert Register(map_, "besluiten").geschiedenis() == []


def test_half_a_decision_can_be_kept_and_the_record_stays_open(
    map_: Path, als: Callable[..., Client], bezoeker: Client
) -> None:
    rood(map_)
    half = {name: value for name, value in BESLUIT.items() if name not in ("sluit", "datum", "verwacht_achter")}
    assert als("Rijk").post("/besluit/totaal-2027", half).status_code == 302
    assert "2027: besluit nodig" in tekst(bezoeker.get("/signaal/totaal?jaar=2027"))


def test_a_cause_that_the_document_does_not_name_is_refused(map_: Path, als: Callable[..., Client]) -> None:
    rood(map_)
    assert als("Rijk").post("/besluit/totaal-2027", BESLUIT | {"oorzaak": "het weer"}).status_code == 400


def test_two_deciders_at_once_do_not_overwrite_each_other(map_: Path, als: Callable[..., Client]) -> None:
    rood(map_)
    als("Rijk").post("/besluit/totaal-2027", BESLUIT)
    answer = als("VNG").post("/besluit/totaal-2027", BESLUIT | {"besluit": "Iets anders"})
    assert answer.status_code == 409
    assert "Iets anders" in tekst(answer)
    assert "De reeks wordt herijkt" in tekst(answer)
    assert 'name="versie" value="1"' in answer.content.decode()


def test_a_light_that_is_not_red_asks_for_no_decision(map_: Path, als: Callable[..., Client]) -> None:
    assert als("Rijk").get("/besluit/totaal-2027").status_code == 404
