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
        relatie       | 1           | 1           | NL        | 1012A
        """,
}


def test_only_dutch_addresses_are_judged_and_absent_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], ["begint_met_0", "met_spatie", "te_lang", "ontbreekt"])


def test_relations_as_well(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie/Contact"], ["relatie"])
