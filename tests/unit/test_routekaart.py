"""The Routekaart is there whole, and what it leaves open stays open."""

from collections import Counter

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.standaard.routekaart import NIET_GEDEFINIEERD, actielijnen, acties, routekaartindicatoren


def test_each_action_line_has_its_actions() -> None:
    assert Counter(actie.actielijn for actie in acties().values()) == {"1": 8, "2": 7, "3": 5, "4": 2, "5": 4}


def test_each_action_line_has_its_indicators() -> None:
    assert Counter(i.actielijn for i in routekaartindicatoren().values()) == {"1": 1, "2": 3, "3": 6, "4": 4, "5": 3}
    assert {i.actielijn for i in routekaartindicatoren().values()} == set(actielijnen())


def test_eight_indicators_have_a_source_six_wait_for_a_study_and_three_are_not_defined() -> None:
    states = Counter(i.toestand for i in routekaartindicatoren().values())
    assert states == {"bron bestaat": 8, "wacht op onderzoek": 6, NIET_GEDEFINIEERD: 3}
    open_ones = [i for i in routekaartindicatoren().values() if i.toestand == NIET_GEDEFINIEERD]
    assert not any(i.onze_indicatoren for i in open_ones)


def test_an_action_without_a_date_has_none() -> None:
    assert acties()["3.4"].wanneer == "PM: nader te bepalen"
    assert acties()["3.4"].uiterlijk is None


def test_an_indicator_of_the_routekaart_names_only_indicators_that_we_have() -> None:
    named = {code for i in routekaartindicatoren().values() for code in i.onze_indicatoren}
    assert named <= set(all_indicators())
