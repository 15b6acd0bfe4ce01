"""Spending beside the budget series: at one price level or not at all, and the series with its versions."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.iv3 import load
from jeugdstelsel.services.realisatie import (
    NIET_TE_VERGELIJKEN,
    Bedrag,
    breng_naar,
    budgetlijn,
    naast_budget,
    prijsindex,
    uitgaven,
    vergelijk,
)
from jeugdstelsel.services.realisatie_maatregel import lees_stand, maatregeljaar, plan_van, totale_toerekening
from jeugdstelsel.services.realisatie_register import (
    GEWEIGERD,
    MILJOEN,
    Aandeel,
    Index,
    Inspanning,
    Mutatie,
    Oorzaakbedrag,
    Resultaat,
    Vastlegging,
    leg_vast,
)
from jeugdstelsel.store import Register

WIE: dict[str, Any] = {"wie": "redacteur", "waarom": "stand van de Voorjaarsnota"}
LATER = datetime(2026, 5, 1, 9, tzinfo=UTC)


def make_mutatie(**waarden: object) -> Mutatie:
    standaard = {
        "naam": "Voorjaarsnota 2024", "jaar": 2026, "geldbron": "algemene uitkering", "miljoen": Decimal("12.5"),
        "prijspeil": 2023, "bron": "Voorjaarsnota 2024",
    }  # fmt: skip
    return Mutatie(**(standaard | waarden))  # type: ignore[arg-type]


def make_index(cijfers: dict[int, str]) -> Index:
    figures = {jaar: Decimal(cijfer) for jaar, cijfer in cijfers.items()}
    return Index("proefindex", figures, "Rijk en VNG", date(2026, 1, 5), "afspraak in het BO", "eigen keuze, voorbeeld")


def make_inspanning(**waarden: object) -> Inspanning:
    standaard = {
        "eenheid": "m03", "partij": "VNG", "jaar": 2026, "wat": "gemeenten met de doorbraakmethode",
        "afgesproken": Decimal(200), "geleverd": Decimal(150), "bron": "voortgangsrapportage",
    }  # fmt: skip
    return Inspanning(**(standaard | waarden))  # type: ignore[arg-type]


def make_resultaat(**waarden: object) -> Resultaat:
    standaard = {
        "eenheid": "m03", "jaar": 2026, "waarde": Decimal(-61), "laag": None, "hoog": None, "bron": "onderzoek",
    }  # fmt: skip
    return Resultaat(**(standaard | waarden))  # type: ignore[arg-type]


# --- price levels ---------------------------------------------------------------------------------------------------


def test_7000_realised_beside_a_series_of_5409_is_1591_more_or_29_4_per_cent() -> None:
    found = vergelijk(Bedrag(7000 * MILJOEN, 2023), Bedrag(5409 * MILJOEN, 2023))
    assert found.eurocent == 1591 * MILJOEN
    assert found.procent is not None
    assert round(float(found.procent), 1) == 29.4
    assert found.prijspeil == 2023


def test_amounts_in_prices_of_two_years_are_refused() -> None:
    with pytest.raises(GebruikersFout, match="prijspeil verschilt"):
        vergelijk(Bedrag(7000 * MILJOEN, 2026), Bedrag(5409 * MILJOEN, 2023))


def test_an_amount_goes_to_another_price_level_only_with_an_index_that_reaches(tmp_path: Path) -> None:
    leg_vast(tmp_path, make_index({2023: "100", 2026: "112"}), **WIE)
    index = prijsindex(tmp_path)
    assert breng_naar(Bedrag(7840 * MILJOEN, 2026), 2023, index) == Bedrag(7000 * MILJOEN, 2023)
    assert breng_naar(Bedrag(7840 * MILJOEN, 2025), 2023, index) is None
    assert breng_naar(Bedrag(7840 * MILJOEN, 2026), 2023, None) is None
    assert breng_naar(Bedrag(1, 2023), 2023, None) == Bedrag(1, 2023)


def test_without_an_index_only_2023_is_compared_and_every_other_year_says_why_not(tmp_path: Path) -> None:
    years = {year.jaar: year for year in naast_budget(tmp_path)}
    assert years[2023].afwijking is not None
    assert years[2023].uitleg == "beide in prijzen van 2023"
    assert years[2024].afwijking is None
    assert years[2024].uitleg == NIET_TE_VERGELIJKEN
    assert years[2024].uitgave is not None
    assert years[2024].uitgave.bedrag.prijspeil == 2024
    assert years[2028].uitleg == "onbekend: er zijn nog geen uitgaven van dit jaar"
    assert [jaar for jaar, year in years.items() if year.afwijking] == [2023]


def test_with_an_index_the_difference_is_made_and_names_the_index(tmp_path: Path) -> None:
    leg_vast(tmp_path, make_index({2023: "100", 2024: "106"}), **WIE)
    year = {year.jaar: year for year in naast_budget(tmp_path)}[2024]
    assert year.uitgave is not None
    assert year.omgerekend is not None
    assert year.afwijking is not None
    assert year.omgerekend.eurocent == round(Fraction(year.uitgave.bedrag.eurocent * 100, 106))
    assert year.afwijking.eurocent == year.omgerekend.eurocent - 6836 * MILJOEN
    assert "proefindex" in year.uitleg


def test_a_jaarrekening_goes_before_a_begroting_and_a_begroting_is_provisional() -> None:
    spent = uitgaven(Path("bestaat-niet"))
    assert spent[2024].document == "jaarrekening"
    assert spent[2026].document == "begroting"
    assert spent[2026].status == "voorlopig"
    assert (spent[2024].status, spent[2024].volledig) == ("definitief", False), "one gemeente delivered nothing"


def test_shipped_amounts_are_known_only_from_the_day_their_folder_is_valid() -> None:
    assert uitgaven(Path("bestaat-niet"), bekend_op=date(2025, 12, 31)) == {}
    assert uitgaven(Path("bestaat-niet"), bekend_op=date(2026, 1, 1)) == uitgaven(Path("bestaat-niet"))


def test_a_delivery_of_iv3_counts_from_the_day_that_it_was_known(tmp_path: Path) -> None:
    row = {
        "Gemeenten": "GM0106", "TaakveldBalanspost": "6.82a", "Categorie": "L4.3.3", "Verslagsoort": "2024X005",
        "k_1ePlaatsing_1": None, "k_2ePlaatsing_2": 70,
    }  # fmt: skip
    (tmp_path / "iv3").mkdir()
    (tmp_path / "iv3" / "TypedDataSet.json").write_text(json.dumps({"value": [row]}), encoding="utf-8")
    load(tmp_path / "werk", tmp_path / "iv3", bekend_op=date(2026, 5, 1))
    shipped = uitgaven(Path("bestaat-niet"))[2024].bedrag.eurocent
    assert uitgaven(tmp_path / "werk", bekend_op=date(2026, 4, 30))[2024].bedrag.eurocent == shipped
    later = uitgaven(tmp_path / "werk", bekend_op=date(2026, 5, 1))[2024].bedrag.eurocent
    assert later == uitgaven(tmp_path / "werk", bekend_op=date(2026, 9, 1))[2024].bedrag.eurocent
    assert later == uitgaven(tmp_path / "werk")[2024].bedrag.eurocent < shipped


# --- the series and its versions ------------------------------------------------------------------------------------


def test_a_change_after_the_voorjaarsnota_adds_to_the_series_and_the_printed_one_stays(tmp_path: Path) -> None:
    leg_vast(tmp_path, make_mutatie(), moment=LATER, **WIE)
    printed, changes, total = budgetlijn(tmp_path)[2026]
    assert printed == Bedrag(5409 * MILJOEN, 2023)
    assert total.eurocent == 5409 * MILJOEN + 1_250_000_000
    assert [change.naam for change in changes] == ["Voorjaarsnota 2024"]
    assert budgetlijn(tmp_path)[2027][2] == Bedrag(5337 * MILJOEN, 2023)


def test_the_series_of_a_day_in_the_past_does_not_know_what_was_added_later(tmp_path: Path) -> None:
    leg_vast(tmp_path, make_mutatie(), moment=LATER, **WIE)
    assert budgetlijn(tmp_path, date(2026, 4, 30))[2026][2] == Bedrag(5409 * MILJOEN, 2023)
    assert budgetlijn(tmp_path, date(2026, 5, 1))[2026][2] != Bedrag(5409 * MILJOEN, 2023)


@pytest.mark.parametrize("geldbron", GEWEIGERD)
def test_what_the_document_leaves_out_of_the_series_is_refused_with_its_reason(tmp_path: Path, geldbron: str) -> None:
    with pytest.raises(GebruikersFout, match=r"noot 74|prijsindex"):
        leg_vast(tmp_path, make_mutatie(geldbron=geldbron), **WIE)
    assert budgetlijn(tmp_path)[2026][1] == ()


def test_a_change_in_other_prices_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="niet gemengd"):
        leg_vast(tmp_path, make_mutatie(prijspeil=2024), **WIE)


@pytest.mark.parametrize(
    "wat",
    [
        make_mutatie(jaar=2031),
        make_mutatie(bron=" "),
        make_mutatie(miljoen=Decimal("0.123456789")),
        make_index({2026: "112"}),
        make_index({2023: "0"}),
        make_inspanning(partij="Rijk"),
        make_inspanning(eenheid="m99"),
        make_inspanning(afgesproken=Decimal(0)),
        make_inspanning(geleverd=Decimal(-1)),
        make_resultaat(eenheid="land"),
        make_resultaat(laag=Decimal(-90)),
        make_resultaat(laag=Decimal(-50), hoog=Decimal(-40)),
        Aandeel("m03", Decimal(50), "afspraak"),
        Aandeel("m01", Decimal(101), "afspraak"),
        Oorzaakbedrag("land", 2026, "pech", Decimal(1), 2023, "bron"),
    ],
    ids=lambda wat: type(wat).__name__,
)
def test_what_cannot_be_right_is_refused_and_nothing_is_written(tmp_path: Path, wat: Vastlegging) -> None:
    with pytest.raises(GebruikersFout):
        leg_vast(tmp_path, wat, **WIE)
    assert not (tmp_path / "registers.sqlite").exists()


# --- measures -------------------------------------------------------------------------------------------------------


def test_a_measure_without_a_result_has_a_plan_and_no_difference(tmp_path: Path) -> None:
    found = maatregeljaar(lees_stand(tmp_path), "m03", 2026)
    assert found.plan == Bedrag(-101 * MILJOEN, 2023)
    assert (found.gerealiseerd, found.afwijking, found.toerekening) == (None, None, None)
    assert plan_van("m01", 2023) is None


def test_a_measure_of_one_party_is_borne_by_it_for_what_it_did_not_deliver(tmp_path: Path) -> None:
    leg_vast(tmp_path, make_inspanning(), **WIE)
    leg_vast(tmp_path, make_resultaat(), **WIE)
    found = maatregeljaar(lees_stand(tmp_path), "m03", 2026)
    assert found.afwijking is not None
    assert found.afwijking.eurocent == 40 * MILJOEN
    assert found.toerekening is not None
    assert [(deel.partij, deel.bedrag) for deel in found.toerekening.delen] == [("VNG", 10 * MILJOEN)]
    assert found.toerekening.niet_toegerekend == 30 * MILJOEN


def test_a_measure_of_rijk_and_vng_is_not_split_without_a_documented_share(tmp_path: Path) -> None:
    for partij in ("Rijk", "VNG"):
        leg_vast(tmp_path, make_inspanning(eenheid="m02", partij=partij), **WIE)
    leg_vast(tmp_path, make_resultaat(eenheid="m02", waarde=Decimal(-110)), **WIE)
    before = maatregeljaar(lees_stand(tmp_path), "m02", 2026).toerekening
    assert before is not None
    assert before.delen == ()
    assert before.niet_toegerekend == 100 * MILJOEN
    assert "Het aandeel van Rijk in de afgesproken inspanning is niet vastgelegd." in before.ontbreekt
    leg_vast(tmp_path, Aandeel("m02", Decimal(60), "besluit van het BO"), **WIE)
    after = maatregeljaar(lees_stand(tmp_path), "m02", 2026).toerekening
    assert after is not None
    assert [(deel.partij, deel.bedrag // MILJOEN) for deel in after.delen] == [("Rijk", 15), ("VNG", 10)]


def test_documented_amounts_go_to_the_party_that_chapter_3_names(tmp_path: Path) -> None:
    leg_vast(tmp_path, make_index({2023: "100"}), **WIE)
    for beginsel, miljoen in (("bovenwettelijk", 20), ("autonome groei", 50)):
        leg_vast(tmp_path, Oorzaakbedrag("land", 2023, beginsel, Decimal(miljoen), 2023, "raming"), **WIE)
    stand = lees_stand(tmp_path)
    found, budget = totale_toerekening(stand, 2023), stand.budget[2023].afwijking
    assert found is not None
    assert budget is not None
    assert {deel.partij: deel.bedrag for deel in found.delen} == {"VNG": 20 * MILJOEN, "Rijk": 50 * MILJOEN}
    assert found.niet_toegerekend == budget.eurocent - 70 * MILJOEN
    assert totale_toerekening(stand, 2024) is None


def test_a_change_that_is_withdrawn_no_longer_counts_and_stays_in_the_history(tmp_path: Path) -> None:
    leg_vast(tmp_path, make_mutatie(), **WIE)
    leg_vast(tmp_path, make_mutatie(), wie="redacteur", waarom="dubbel ingevoerd", intrekken=True)
    assert budgetlijn(tmp_path)[2026][1] == ()
    assert [line.waarom for line in Register(tmp_path, "budgetreeks").geschiedenis()] == [
        "stand van de Voorjaarsnota",
        "dubbel ingevoerd",
    ]
