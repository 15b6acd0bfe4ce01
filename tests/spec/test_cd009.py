"""Spec of CD009."""

from conftest import Spec

from jeugdstelsel.rules.cd009 import RULE

title = "CD009: alleen een tijdelijk adres heeft een periode"
tables = {
    "contact": """
        bericht_id | regelnummer | van_relatie | soort | periode
        tijdelijk  | 1           | 0           | 04    | ja
        brp_zonder | 1           | 0           | 01    | nee
        brp_met    | 1           | 0           | 01    | ja
        tijdelijk  | 2           | 2           | 04    | ja
        brp_zonder | 2           | 2           | 01    | nee
        brp_met    | 2           | 2           | 01    | ja
        """,
}


def test_only_a_temporary_address_has_a_period(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], [("brp_met", 1)])


def test_for_the_contact_of_a_relation_as_well(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie/Contact"], [("brp_met", 2)])
