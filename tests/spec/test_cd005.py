"""Spec of CD005."""

from conftest import Spec

from jeugdstelsel.rules.cd005 import RULE

title = "CD005: postcode en landcode staan er samen of samen niet"
tables = {
    "contact": """
        bericht_id      | regelnummer | van_relatie | postcode | land_code
        beide           | 1           | 0           | 1012AB   | NL
        geen_adres      | 1           | 0           |          |
        alleen_postcode | 1           | 0           | 1012AB   |
        alleen_land     | 1           | 0           |          | NL
        beide           | 2           | 2           | 1012AB   | NL
        geen_adres      | 2           | 2           |          |
        alleen_postcode | 2           | 2           | 1012AB   |
        alleen_land     | 2           | 2           |          | NL
        """,
}


def test_one_of_the_two_is_missing(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], [("alleen_postcode", 1), ("alleen_land", 1)])


def test_for_the_contact_of_a_relation_as_well(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie/Contact"], [("alleen_postcode", 2), ("alleen_land", 2)])
