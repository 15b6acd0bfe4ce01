"""Comparison that is fair to small places."""

from typing import Any

import pytest

from jeugdstelsel.services.vergelijking import (
    beoordeel,
    gelijk_in_grootte,
    grenzen,
    interval,
    maak_trechter,
    verdeel,
)


class Kastje:
    """A cabinet of three lines: one indicator, one period."""

    def __init__(self, cijfers: dict[tuple[str, str], dict[str, float | None]]) -> None:
        self._cijfers = cijfers

    def plaatsen(self, indicator: str, niveau: str, periode: str, vak: str = "") -> list[dict[str, Any]]:
        rows = self._cijfers.get((indicator, niveau), {})
        return [{"plaats": place, "waarde": value, "dekking": None} for place, value in rows.items()]


def test_the_limits_are_wide_for_a_small_place_and_narrow_for_a_large_one() -> None:
    small, large = grenzen(0.1, 100), grenzen(0.1, 10_000)
    assert (small.laag, small.hoog) == pytest.approx((0.0412, 0.1588), abs=1e-4)
    assert (large.zeer_laag, large.zeer_hoog) == pytest.approx((0.0907, 0.1093), abs=1e-4)


def test_limits_never_leave_zero_to_one() -> None:
    edges = grenzen(0.02, 20)
    assert edges.zeer_laag == 0
    assert grenzen(0.98, 20).zeer_hoog == 1


@pytest.mark.parametrize(
    ("waarde", "omvang", "oordeel"),
    [
        (0.1, 1000, "binnen"),
        (0.118, 1000, "binnen"),
        (0.121, 1000, "hoger"),
        (0.14, 1000, "veel hoger"),
        (0.079, 1000, "lager"),
        (0.06, 1000, "veel lager"),
        (0.5, 40, "te klein"),
    ],
)
def test_a_place_is_named_only_when_chance_does_not_explain_it(waarde: float, omvang: float, oordeel: str) -> None:
    assert beoordeel(waarde, 0.1, omvang) == oordeel


def test_what_rounding_puts_outside_counts_as_inside() -> None:
    edge = grenzen(0.1, 1000).zeer_hoog
    assert beoordeel(edge + 0.0004, 0.1, 1000) == "hoger"
    assert beoordeel(edge + 0.0006, 0.1, 1000) == "veel hoger"


def test_a_funnel_leaves_out_who_is_secret_and_says_how_many() -> None:
    kast = Kastje(
        {
            ("uitval", "land"): {"": 0.1},
            ("uitval", "gemeente"): {"0001": 0.2, "0002": 0.11, "0003": None, "0004": 0.3},
            ("uitstroom", "gemeente"): {"0001": 1000.0, "0002": 500.0, "0003": 40.0, "0004": None},
        }
    )
    found = maak_trechter(kast, "uitval", "gemeente", "2025")  # type: ignore[arg-type]
    assert found is not None
    assert [plek.plaats for plek in found.buiten] == ["0001"]
    assert found.zonder == 2
    assert found.verwacht == pytest.approx(0.004)


def test_there_is_no_funnel_without_a_published_size_or_without_the_country() -> None:
    kast = Kastje({("uitval", "land"): {"": None}, ("koppelbaar", "land"): {"": 0.9}})
    assert maak_trechter(kast, "uitval", "gemeente", "2025") is None  # type: ignore[arg-type]
    assert maak_trechter(kast, "koppelbaar", "gemeente", "2025") is None  # type: ignore[arg-type]


def test_a_histogram_holds_every_value_once_in_round_bars() -> None:
    bars = verdeel([3.0, 4.0, 7.5, 12.0, 12.0, 20.0])
    assert sum(bar.aantal for bar in bars) == 6
    assert {round(bar.tot - bar.van, 6) for bar in bars} == {2.0}
    assert (bars[0].van, bars[-1].tot) == (2.0, 20.0)
    assert bars[-1].aantal == 1


@pytest.mark.parametrize("waarden", [[5.0], [0.0, 0.0], [0.001, 0.001, 0.002], [0.1, 0.3], [-3.0, 4.0]])
def test_a_histogram_of_few_or_equal_values_still_holds_them(waarden: list[float]) -> None:
    bars = verdeel(waarden)
    assert sum(bar.aantal for bar in bars) == len(waarden)
    assert bars[0].van <= min(waarden)
    assert bars[-1].tot >= max(waarden)


def test_nothing_gives_no_histogram() -> None:
    assert verdeel([]) == ()


def test_the_places_of_like_size_are_the_nearest_and_never_the_place_itself() -> None:
    sizes = {"klein": 10.0, "een": 100.0, "twee": 90.0, "drie": 115.0, "groot": 1000.0}
    assert gelijk_in_grootte("een", sizes, 2) == ("twee", "drie")
    assert gelijk_in_grootte("onbekend", sizes) == ()


def test_the_interval_of_a_small_share_stays_above_zero_and_holds_the_share() -> None:
    low, high = interval(0.02, 100)
    assert 0 < low < 0.02 < high
    assert (low, high) == pytest.approx((0.0055, 0.0700), abs=1e-3)
    assert interval(0.0, 50)[0] == 0.0
