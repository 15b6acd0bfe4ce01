"""Spec of CS089."""

from conftest import Spec

from jeugdstelsel.rules.cs089 import RULE

title = "CS089: een Nederlandse postcode is 9999XX"
tables = {
    "contact": """
        bericht_id    | regelnummer | van_relatie | land_code | postcode
        goed          | 1           | 0           | NL        | 1012AB
        kleine_letter | 1           | 0           | NL        | 1012ab
        belgie        | 1           | 0           | BE        | 0123
        geen_land     | 1           | 0           |           | x
        begint_met_0  | 1           | 0           | NL        | 0012AB
        met_spatie    | 1           | 0           | NL        | 1012 AB
        te_lang       | 1           | 0           | NL        | 1012ABC
        ontbreekt     | 1           | 0           | NL        |
        goed          | 2           | 2           | NL        | 1012AB
        kleine_letter | 2           | 2           | NL        | 1012ab
        belgie        | 2           | 2           | BE        | 0123
        geen_land     | 2           | 2           |           | x
        begint_met_0  | 2           | 2           | NL        | 0012AB
        met_spatie    | 2           | 2           | NL        | 1012 AB
        te_lang       | 2           | 2           | NL        | 1012ABC
        ontbreekt     | 2           | 2           | NL        |
        """,
}


def test_only_dutch_addresses_are_judged_and_absent_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], [("begint_met_0", 1), ("met_spatie", 1), ("te_lang", 1), ("ontbreekt", 1)])


def test_for_the_contact_of_a_relation_as_well(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["Relatie/Contact"],
        [("begint_met_0", 2), ("met_spatie", 2), ("te_lang", 2), ("ontbreekt", 2)],
    )
