"""Sentences made from numbers agree with those numbers, and name no direction where none may be named."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jeugdstelsel.reports.invoer import Budgetjaar
from jeugdstelsel.reports.stukken import budgetzin
from jeugdstelsel.reports.woorden import cel, dekking, getal, met_eenheid, periode, toon
from jeugdstelsel.reports.zinnen import GELIJK, HOGER, LAGER, Meting, vergelijk, zeg_reeks, zeg_stand, zeg_verloop

RICHTING = re.compile(r"\b(hoger|lager|gelijk|meer|minder|stijg|steeg|daal|gestegen|gedaald)")
EENHEDEN = st.sampled_from(["dagen", "aandeel", "jongeren", "euro", "euro per jongere", "trajecten"])
WAARDEN = st.floats(0, 1e7, allow_nan=False).map(lambda value: round(value, 3))


def number(text: str) -> float:
    """Return the number in a Dutch notation, as a reader reads it."""
    found = re.search(r"\d[\d.]*(?:,\d+)?", text)
    assert found is not None
    return float(found[0].replace(".", "").replace(",", "."))


@given(WAARDEN, WAARDEN, EENHEDEN)
def test_the_direction_in_a_sentence_is_that_of_the_numbers_that_the_reader_sees(a: float, b: float, unit: str) -> None:
    sentence = zeg_reeks("Cijfer", unit, [Meting("2023", a), Meting("2024", b)])
    before, after = number(toon(a, unit)), number(toon(b, unit))
    assert (HOGER in sentence) == (after > before)
    assert (LAGER in sentence) == (after < before)
    assert (GELIJK in sentence) == (after == before)


@given(WAARDEN, WAARDEN, EENHEDEN)
def test_every_number_in_a_sentence_stands_in_a_cell_of_its_table(a: float, b: float, unit: str) -> None:
    sentence = zeg_reeks("Cijfer", unit, [Meting("2023", a), Meting("2024", b)])
    cells = {cel(a, "", unit).tekst, cel(b, "", unit).tekst, "2023", "2024"}
    known = {found for text in cells for found in re.findall(r"\d[\d.,]*\d|\d", text)}
    assert set(re.findall(r"\d[\d.,]*\d|\d", sentence)) <= known


@given(WAARDEN, WAARDEN, EENHEDEN, st.booleans())
def test_a_provisional_value_names_no_direction(a: float, b: float, unit: str, first: bool) -> None:
    states = ("voorlopig", "definitief") if first else ("definitief", "voorlopig")
    pair = [Meting("2023", a, status=states[0]), Meting("2024", b, status=states[1])]
    sentence = zeg_reeks("Cijfer", unit, pair)
    assert not RICHTING.search(sentence)
    assert "voorlopig" in sentence


@given(WAARDEN, WAARDEN, EENHEDEN)
def test_values_on_two_sides_of_a_break_are_not_compared(a: float, b: float, unit: str) -> None:
    sentence = zeg_verloop(unit, Meting("2022", a), Meting("2023", b, breuk="de indeling is veranderd"))
    assert not RICHTING.search(sentence)
    assert "de indeling is veranderd" in sentence


@pytest.mark.parametrize("toestand", ["geheim", "onbekend"])
@given(value=WAARDEN)
def test_what_is_secret_or_unknown_is_said_and_is_never_a_number(toestand: str, value: float) -> None:
    hidden = Meting("2024", None, toestand)
    assert toestand in zeg_stand("Cijfer", "dagen", hidden)
    assert not re.search(r"\d", zeg_stand("Cijfer", "dagen", hidden).replace("2024", ""))
    for pair in ((hidden, Meting("2025", value)), (Meting("2023", value), hidden)):
        assert vergelijk(*pair, str).woord == ""
        assert toestand in zeg_verloop("dagen", *pair)
    assert cel(None, toestand, "dagen").tekst == toestand
    assert cel(None, toestand, "dagen").waarde is None


def test_a_value_without_status_names_no_direction() -> None:
    pair = (Meting("2020", 1.0), Meting("2021", 2.0, status=""))
    assert "zonder status" in zeg_verloop("procent", *pair)


def test_a_series_without_values_says_unknown() -> None:
    assert zeg_reeks("Cijfer", "dagen", []) == "Cijfer: onbekend. Er is geen enkel cijfer."


def budgetjaar(miljoen: float, *, volledig: bool) -> Budgetjaar:
    """Return a year whose spending lies this far from the budget."""
    return Budgetjaar(2023, 0, 0, 2023, 0, 2023, "jaarrekening", volledig, round(miljoen * 1e8), None, "")


@given(st.floats(-9000, 9000).map(lambda value: round(value, 2)), st.booleans())
def test_spending_beside_the_budget_has_a_direction_only_when_the_amount_allows_it(off: float, whole: bool) -> None:
    assume(abs(off) >= 0.1)
    sentence = budgetzin(budgetjaar(off, volledig=whole))
    assert ("hoger dan" in sentence) == (off > 0)
    assert ("lager dan" in sentence) == (off < 0 and whole)
    assert ("ten minste" in sentence) == (off > 0 and not whole)


@pytest.mark.parametrize(
    ("waarde", "eenheid", "zin"),
    [
        (1.0, "dagen", "1 dag"),
        (1234.5, "dagen", "1.234,5 dagen"),
        (0.125, "aandeel", "12,5 %"),
        (72_481_000, "euro", "€ 72.481.000"),
        (14898.5, "euro per jongere", "€ 14.898 per jongere"),
    ],
)
def test_a_value_is_said_in_dutch_with_its_unit(waarde: float, eenheid: str, zin: str) -> None:
    assert met_eenheid(waarde, eenheid) == zin


def test_what_is_not_complete_is_never_shown_as_a_hundred_per_cent() -> None:
    assert dekking(0.9996).tekst == "99,9 %"
    assert dekking(1.0).tekst == "100 %"
    assert dekking(None).tekst == "n.v.t."


@pytest.mark.parametrize(
    ("code", "woorden"),
    [("2025", "2025"), ("2025-K2", "het 2e kwartaal van 2025"), ("2025-H1", "het 1e halfjaar van 2025"),
     ("2025-03", "maart 2025")],
)  # fmt: skip
def test_a_period_is_said_in_words(code: str, woorden: str) -> None:
    assert periode(code) == woorden


def test_a_number_that_rounds_to_nothing_is_zero_without_a_sign() -> None:
    assert getal(-0.04) == "0"
