"""What the declared effects of defects say is what happens to the figures when the defect is planted."""

from functools import cache

import pytest
from gebrekenwereld import DEFECTEN, EEN, VEEL, Figures, Wie, figures, make_world, spoil

from jeugdstelsel.indicators.gebreken import gebreken
from jeugdstelsel.indicators.plan import all_indicators

GEBREKEN = {gebrek.code: gebrek for gebrek in gebreken()}
NOT_HERE = {"bevindingen_per_duizend"}
"""Comes from the check of messages, which this world does not go through."""
Split = dict[str | None, float | None]


@cache
def before() -> Figures:
    return figures(make_world())


@cache
def after(gebrek: str, wie: Wie) -> Figures:
    return figures(spoil(make_world(), gebrek, wie))


def values(found: Figures, indicator: str) -> Split:
    """The values of an indicator by its split; a split that is not there is unknown."""
    return {split: value for split, value in found.get(indicator, {}).items() if value is not None}


def number(found: Figures, indicator: str) -> float | None:
    return values(found, indicator).get(None)


def direction(gebrek: str, indicator: str, wie: Wie) -> str:
    """Which way a figure went; a waiting time that got too long to determine went up."""
    old, new = values(before(), indicator), values(after(gebrek, wie), indicator)
    if old == new:
        return "gelijk"
    if None not in new:
        return "onbekend" if not new else "wisselt"
    return "hoger" if new[None] > old[None] else "lager"  # type: ignore[operator]


def test_every_defect_that_is_declared_can_be_planted() -> None:
    assert set(GEBREKEN) == set(DEFECTEN)


def test_the_effects_name_every_indicator_at_most_once_and_none_that_is_not_there() -> None:
    for gebrek in GEBREKEN.values():
        named = [gevolg.indicator for gevolg in gebrek.gevolgen]
        assert len(named) == len(set(named)), gebrek.code
        assert set(named) <= set(all_indicators()) - NOT_HERE, gebrek.code
        assert {gevolg.richting for gevolg in gebrek.gevolgen} <= {"hoger", "lager", "wisselt", "onbekend"}


def test_in_the_world_without_defects_every_indicator_that_can_be_touched_has_a_value() -> None:
    named = {gevolg.indicator for gebrek in GEBREKEN.values() for gevolg in gebrek.gevolgen}
    assert {code for code in named if not values(before(), code)} == set()
    good = ("koppelbaar", "volledigheid", "tijdigheid_start", "tijdigheid_stop", "tijdigheid_declaratie")
    assert [number(before(), code) for code in (*good, "lokale_codes")] == [1, 1, 1, 1, 1, 0]


@pytest.mark.parametrize("code", GEBREKEN)
def test_a_planted_defect_does_what_is_declared_and_leaves_every_other_indicator_alone(code: str) -> None:
    for gevolg in GEBREKEN[code].gevolgen:
        many, one = (direction(code, gevolg.indicator, wie) for wie in (VEEL, EEN))
        if gevolg.richting == "wisselt":
            assert (many, one) != ("gelijk", "gelijk"), gevolg
        elif gevolg.richting == "hoger" and gevolg.indicator.startswith("wachttijd"):
            assert many in ("hoger", "onbekend"), gevolg
            assert one != "lager", gevolg
        else:
            assert many == gevolg.richting, gevolg
            assert one in (gevolg.richting, "gelijk"), gevolg
    named = {gevolg.indicator for gevolg in GEBREKEN[code].gevolgen}
    for indicator in set(all_indicators()) - named - NOT_HERE:
        assert {direction(code, indicator, wie) for wie in (VEEL, EEN)} == {"gelijk"}, indicator
