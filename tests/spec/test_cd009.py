"""Spec of CD009."""

from conftest import Spec

from jeugdstelsel.rules.cd009 import RULE

title = "CD009: alleen een tijdelijk adres heeft een periode"
tables = {
    "contact": """
        bericht_id         | regelnummer | van_relatie | soort | periode
        tijdelijk          | 1           | 0           | 04    | ja
        brp_zonder_periode | 1           | 0           | 01    | nee
        brp_met_periode    | 1           | 0           | 01    | ja
        relatie            | 2           | 2           | 03    | ja
        """,
}


def test_only_a_temporary_address_has_a_period(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], ["brp_met_periode"])


def test_for_relations_as_well(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie/Contact"], [("relatie", 2)])
