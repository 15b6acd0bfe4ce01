"""Waiting times in sentences that are made from the figures."""

from typing import Any

import pytest

from jeugdstelsel.services.wachttijden import INTERVALLEN, Wachttijd, redenen, wachttijden_van, zin

EERSTE = INTERVALLEN[0]


def make_row(code: str, waarde: float | None, *, toestand: str = "gepubliceerd", dekking: float | None = 1.0) -> Any:
    """Return a figure as the cabinet gives it."""
    return {
        "indicator": code, "periode": "2025", "plaats": "0363", "uitsplitsing": "", "waarde": waarde,
        "toestand": toestand, "dekking": dekking, "status": "voorlopig", "versie": "1",
    }  # fmt: skip


def make_wachttijd(mediaan: float | None, p90: float | None = None, **kwargs: Any) -> Wachttijd:
    """Return the first waiting time with these figures."""
    return Wachttijd(EERSTE, make_row(EERSTE.code, mediaan, **kwargs), make_row(EERSTE.p90, p90, **kwargs))


def test_a_sentence_names_the_half_the_nine_of_ten_and_who_still_waits() -> None:
    text = zin(make_wachttijd(16.0, 64.5, dekking=0.95), "2025")
    assert "was de helft na 16 dagen klaar" in text
    assert "Negen van de tien waren dat na 64,5 dagen." in text
    assert "Ongeveer 5 % wacht nog." in text


def test_one_day_is_not_days() -> None:
    assert "na 1 dag klaar" in zin(make_wachttijd(1.0), "2025")


@pytest.mark.parametrize(
    ("toestand", "woord"), [("geheim", "geheim: het gaat over te weinig"), ("onbekend", "te veel jongeren wachten nog")]
)
def test_what_is_not_shown_is_never_zero(toestand: str, woord: str) -> None:
    text = zin(make_wachttijd(None, toestand=toestand, dekking=None), "2025")
    assert woord in text
    assert "0 dagen" not in text


def test_without_messages_the_waiting_time_cannot_be_computed() -> None:
    assert "geen berichten" in zin(Wachttijd(EERSTE, None, None), "2025")


def test_the_three_waiting_times_are_found_among_all_figures_of_a_place() -> None:
    rows = [make_row(EERSTE.code, 3.0), make_row(EERSTE.p90, 9.0), make_row("trajecten", 40.0)]
    found = wachttijden_van(rows)["2025"]
    assert [each.interval.naam for each in found] == [each.naam for each in INTERVALLEN]
    assert found[0].mediaan is not None
    assert found[1].mediaan is None


def test_reasons_say_when_places_can_be_compared() -> None:
    one = (make_wachttijd(10.0, dekking=0.97),)
    reasons = list(redenen(one, "Amsterdam", one))
    assert reasons[0].startswith("Vergelijken mag voor: van verzoek tot toewijzing")
    assert any("voorlopig" in reason for reason in reasons)
    assert not any("wachten nog meer of minder" in reason for reason in reasons)


def test_reasons_say_when_places_cannot_be_compared() -> None:
    here, country = (make_wachttijd(None, toestand="geheim", dekking=None),), (make_wachttijd(10.0),)
    reasons = list(redenen(here, "Urk", country))
    assert reasons[0].startswith("Vergelijken kan niet")
    assert any("Een deel is geheim" in reason for reason in reasons)


def test_many_who_still_wait_make_a_comparison_uncertain() -> None:
    here, country = (make_wachttijd(10.0, dekking=0.6),), (make_wachttijd(10.0, dekking=0.95),)
    reasons = list(redenen(here, "Urk", country))
    assert any("veel jongeren wachten nog" in reason for reason in reasons)
    assert any("Vergelijk dan voorzichtig" in reason for reason in reasons)
