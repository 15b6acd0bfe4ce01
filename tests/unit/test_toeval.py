"""Limits of chance: exact, right under pure chance, and widened when places differ more than that."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats

from jeugdstelsel.services.toeval import Maat, verruim

Getallen = NDArray[np.float64]
RNG = np.random.default_rng(20260201)
GROOTTEN = np.sort(np.exp(RNG.normal(np.log(7000), 0.9, 342)).round())
"""As many places as there are gemeenten, about as unequal in young inhabitants."""


def aandeel_buiten(maat: Maat, trek: Callable[[], Getallen], keren: int) -> tuple[float, float]:
    """Return which part of the judged places lies outside the 95% and the 99.8% limits, over many countries."""
    inner = outer = total = 0
    plain = [maat.grenzen(size) for size in GROOTTEN]
    for _ in range(keren):
        figures = trek()
        wider = verruim(maat, list(zip(figures, GROOTTEN, strict=True)))
        edges = [wider.grenzen(size) for size in GROOTTEN] if wider.spreiding else plain
        for figure, size, edge in zip(figures, GROOTTEN, edges, strict=True):
            if maat.verwacht(size) >= 5:
                total += 1
                inner += not edge.laag <= figure <= edge.hoog
                outer += not edge.zeer_laag <= figure <= edge.zeer_hoog
    return inner / total, outer / total


def trek_aandeel(deel: float, spreiding: float = 0.0) -> Callable[[], Getallen]:
    """Return a country of places with this share, that differ so much between them."""
    return lambda: RNG.binomial(GROOTTEN.astype(int), np.clip(RNG.normal(deel, spreiding, 342), 0, 1)) / GROOTTEN


def trek_aantal(per_duizend: float) -> Callable[[], Getallen]:
    """Return a country of places with so many cases per 1,000."""
    return lambda: RNG.poisson(per_duizend * GROOTTEN / 1000) / GROOTTEN * 1000


def trek_trajecten(per_duizend: float, per_jongere: float) -> Callable[[], Getallen]:
    """Return a country with so many trajecten per 1,000, of young people who have one or more."""

    def place(size: float) -> float:
        people = RNG.poisson(per_duizend / per_jongere * size / 1000)
        return float(RNG.geometric(1 / per_jongere, people).sum()) / size * 1000

    return lambda: np.array([place(size) for size in GROOTTEN])


@pytest.mark.parametrize("omvang", [10, 37, 250, 4000])
@pytest.mark.parametrize("maat", [Maat("binomiaal", 0.13), Maat("poisson", 130, per=1000)])
def test_a_place_lies_outside_exactly_when_so_few_or_so_many_is_rarer_than_the_limit_says(
    maat: Maat, omvang: int
) -> None:
    law = stats.binom(omvang, 0.13) if maat.wet == "binomiaal" else stats.poisson(0.13 * omvang)
    edges, cases = maat.grenzen(omvang), np.arange(omvang + 1)
    figures = cases * maat.per / omvang
    assert np.array_equal(figures < edges.laag, law.cdf(cases) < 0.025)
    assert np.array_equal(figures < edges.zeer_laag, law.cdf(cases) < 0.001)
    assert np.array_equal(figures > edges.hoog, law.sf(cases - 1) < 0.025)
    assert np.array_equal(figures > edges.zeer_hoog, law.sf(cases - 1) < 0.001)


def test_the_limits_are_wide_for_a_small_place_and_narrow_for_a_large_one() -> None:
    maat = Maat("binomiaal", 0.1)
    small, large = maat.grenzen(100), maat.grenzen(10_000)
    assert (small.laag, small.hoog) == pytest.approx((0.0412, 0.1588), abs=0.01)
    assert (large.zeer_laag, large.zeer_hoog) == pytest.approx((0.0907, 0.1093), abs=0.001)


def test_limits_never_leave_what_can_be() -> None:
    assert Maat("binomiaal", 0.02).grenzen(20).zeer_laag == 0
    assert Maat("binomiaal", 0.98).grenzen(20).zeer_hoog == 1
    assert Maat("poisson", 1.0, per=1000, spreiding=100.0).grenzen(2000).zeer_laag == 0


@pytest.mark.parametrize(
    ("maat", "trek"),
    [
        (Maat("binomiaal", 0.1), trek_aandeel(0.1)),
        (Maat("binomiaal", 0.01), trek_aandeel(0.01)),
        (Maat("poisson", 30, per=1000), trek_aantal(30)),
        (Maat("poisson", 30, per=1000, samen=2 * 1.4 - 1), trek_trajecten(30, 1.4)),
    ],
    ids=["aandeel", "klein aandeel", "aantal", "trajecten"],
)
def test_pure_chance_puts_a_twentieth_outside_the_inner_and_two_in_a_thousand_outside_the_outer_limits(
    maat: Maat, trek: Callable[[], Getallen]
) -> None:
    inner, outer = aandeel_buiten(maat, trek, 30)
    assert 0.030 <= inner <= 0.055
    assert 0.0005 <= outer <= 0.0035


def test_places_that_differ_for_every_reason_are_not_all_named() -> None:
    """Shares of 10% with two points between places: chance alone would name a third, the widened limits do not."""
    maat, trek = Maat("binomiaal", 0.1), trek_aandeel(0.1, 0.02)
    figures = trek()
    alone = [maat.beoordeel(f, size).startswith("veel") for f, size in zip(figures, GROOTTEN, strict=True)]
    assert np.mean(alone) > 0.25
    wider = verruim(maat, list(zip(figures, GROOTTEN, strict=True)))
    assert wider.spreiding**0.5 == pytest.approx(0.02, rel=0.2)
    inner, outer = aandeel_buiten(maat, trek, 15)
    assert 0.035 <= inner <= 0.065
    assert outer <= 0.006


def test_who_stands_out_is_named_and_does_not_widen_the_limits_for_itself() -> None:
    maat, figures = Maat("binomiaal", 0.1), trek_aandeel(0.1, 0.01)()
    figures[300:306] = 0.2
    wider = verruim(maat, list(zip(figures, GROOTTEN, strict=True)))
    assert wider.spreiding**0.5 == pytest.approx(0.01, rel=0.3)
    assert {wider.beoordeel(0.2, size) for size in GROOTTEN[300:306]} == {"veel hoger"}


def test_small_places_are_not_named_by_chance() -> None:
    """The smallest third of a country in which all places are alike: as seldom named as the rest, or not judged."""
    maat, small = Maat("binomiaal", 0.0015), GROOTTEN[:114]
    named = judged = 0
    for _ in range(60):
        for cases, size in zip(RNG.binomial(small.astype(int), 0.0015), small, strict=True):
            verdict = maat.beoordeel(cases / size, size)
            judged += verdict != "te klein"
            named += verdict.startswith("veel")
    assert 0.2 * 60 * 114 < judged < 0.8 * 60 * 114
    assert named / judged <= 0.003


def test_too_few_places_say_nothing_of_how_much_they_differ() -> None:
    maat = Maat("binomiaal", 0.1)
    assert verruim(maat, [(0.2, 10_000.0), (0.05, 10_000.0)]) == maat


def test_places_that_lie_equally_far_on_either_side_are_explained_wholly() -> None:
    maat = Maat("poisson", 5.0, per=1000)
    places = [(5.0 + side, 10_000_000.0) for side in (-2.0, 2.0) * 20]
    spreiding = verruim(maat, places).spreiding
    assert spreiding + maat.variantie(10_000_000.0) == pytest.approx(2.0**2 / 0.6786)


def test_what_rounding_puts_outside_counts_as_inside() -> None:
    maat = Maat("binomiaal", 0.1)
    edge = maat.grenzen(1000).zeer_hoog
    assert maat.beoordeel(edge + 0.0009, 1000, speling=0.001) == "hoger"
    assert maat.beoordeel(edge + 0.0011, 1000, speling=0.001) == "veel hoger"


@pytest.mark.parametrize(
    ("waarde", "omvang", "oordeel"),
    [
        (0.1, 1000, "binnen"),
        (0.117, 1000, "binnen"),
        (0.122, 1000, "hoger"),
        (0.14, 1000, "veel hoger"),
        (0.079, 1000, "lager"),
        (0.06, 1000, "veel lager"),
        (0.5, 40, "te klein"),
        (0.9, 49, "te klein"),
    ],
)
def test_a_place_is_named_only_when_chance_does_not_explain_it(waarde: float, omvang: float, oordeel: str) -> None:
    assert Maat("binomiaal", 0.1).beoordeel(waarde, omvang) == oordeel
