"""Comparison that is fair to small places."""

from typing import Any

import pytest

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.toeval import Maat
from jeugdstelsel.services.vergelijking import (
    GROOTTE,
    Plek,
    Trechter,
    geen_grenzen,
    gelijk_in_grootte,
    interval,
    maak_trechter,
    verdeel,
)


class Kastje:
    """A cabinet of a few lines: one period, and the coverage of each figure when it is given."""

    def __init__(self, cijfers: dict[tuple[str, str], dict[str, float | None]]) -> None:
        self._cijfers = cijfers

    def plaatsen(self, indicator: str, niveau: str, periode: str, vak: str = "") -> list[dict[str, Any]]:
        rows = self._cijfers.get((indicator, niveau), {})
        shares = self._cijfers.get((f"dekking van {indicator}", niveau), {})
        return [{"plaats": place, "waarde": value, "dekking": shares.get(place)} for place, value in rows.items()]

    def namen(self, niveau: str) -> list[str]:
        return sorted({place for (_, level), rows in self._cijfers.items() if level == niveau for place in rows})


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


def test_a_share_of_what_is_known_has_the_known_part_as_its_size() -> None:
    kast = Kastje(
        {
            ("verwijzer", "land"): {"": 0.3},
            ("verwijzer", "gemeente"): {"0001": 0.3},
            ("dekking van verwijzer", "gemeente"): {"0001": 0.4},
            ("instroom", "gemeente"): {"0001": 200.0},
        }
    )
    known = maak_trechter(kast, "verwijzer", "gemeente", "2025", "02")  # type: ignore[arg-type]
    whole = maak_trechter(kast, "verwijzer", "gemeente", "2025", "onbekend")  # type: ignore[arg-type]
    assert known is not None
    assert whole is not None
    assert (known.plekken[0].omvang, whole.plekken[0].omvang) == (80.0, 200.0)


def test_a_count_is_compared_per_1000_young_inhabitants_with_bunches_of_one_young_person() -> None:
    """Amsterdam has 212,000 inhabitants up to 23 in 2025 and Aa en Hunze 5,900 (CBS), so 30 and 60 per 1,000."""
    from jeugdstelsel.standaard import bevolking_per_gemeente

    people = {code: bevolking_per_gemeente(2025)[code].tot_23 for code in ("0363", "1680")}
    counts: dict[str, float | None] = {"0363": 0.03 * people["0363"], "1680": 0.06 * people["1680"]}
    kast = Kastje(
        {
            ("trajecten", "land"): {"": 0.03 * sum(people.values())},
            ("jongeren_met_jeugdhulp", "land"): {"": 0.02 * sum(people.values())},
            ("trajecten", "gemeente"): counts,
        }
    )
    found = maak_trechter(kast, "trajecten", "gemeente", "2025")  # type: ignore[arg-type]
    assert found is not None
    assert (found.midden, found.maat.samen, found.eenheid) == (
        pytest.approx(30.0),
        pytest.approx(2.0),
        "per 1.000 inwoners tot 23 jaar",
    )
    assert [(plek.plaats, plek.oordeel) for plek in found.buiten] == [("1680", "veel hoger")]
    assert found.buiten[0].waarde == pytest.approx(60.0)


def test_a_funnel_of_places_that_differ_anyway_is_widened_and_tells_how_many_chance_alone_would_name() -> None:
    """Forty places of 2,000 ends with shares from 4% to 16%, and one that stands out."""
    shares = {f"{place:04}": 0.04 + 0.12 * place / 39 for place in range(40)} | {"0040": 0.4}
    kast = Kastje(
        {
            ("uitval", "land"): {"": 0.1},
            ("uitval", "gemeente"): dict(shares),
            ("uitstroom", "gemeente"): dict.fromkeys(shares, 2000.0),
        }
    )
    found = maak_trechter(kast, "uitval", "gemeente", "2025")  # type: ignore[arg-type]
    assert found is not None
    assert [plek.plaats for plek in found.buiten] == ["0040"]
    assert found.alleen_toeval > 10
    assert found.methode.endswith("verruimd met het verschil tussen plaatsen dat toeval niet verklaart.")


def test_every_figure_says_how_places_compare_or_why_not() -> None:
    for code, indicator in all_indicators().items():
        how = indicator.vergelijking
        assert bool(how.wet) == (how.van in GROOTTE), code
        assert bool(how.wet) == (not geen_grenzen(code)), code
        assert how.wet or "nog niet vastgelegd" not in how.reden, code
        assert (how.wet == "binomiaal" and how.per == 1) <= (indicator.eenheid == "aandeel"), code
    assert geen_grenzen("wachttijd_toewijzing_start") == "Geen grenzen: de spreiding is niet bekend."


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


def test_the_interval_of_a_number_per_1000_is_nearly_that_of_poisson() -> None:
    """20 cases: the exact interval of Garwood is 12.22 to 30.89."""
    assert interval(20.0, 1000, per=1000) == pytest.approx((12.22, 30.89), abs=0.02)
    assert interval(0.0, 1000, per=1000)[0] == 0.0


def test_cases_that_come_in_bunches_of_two_give_the_interval_of_half_as_many() -> None:
    """40 cases in 20 bunches say as much as 20 cases that come alone."""
    plek = Plek("0363", 40.0, 1000.0, "binnen", "binnen")
    found = Trechter(Maat("poisson", 40.0, per=1000, samen=2.0), (plek,), 0, 0.002, "trajecten")
    assert found.interval(plek) == pytest.approx((24.44, 61.78), abs=0.04)
