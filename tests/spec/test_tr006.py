"""Spec of TR006."""

from conftest import Spec

from jeugdstelsel.rules.tr006 import RULE

title = "TR006: een contact heeft een telefoon, of een huis met postcode"
tables = {
    "contact": """
        bericht_id           | regelnummer | van_relatie | telefoon | huis | postcode
        telefoon             | 1           | 0           | ja       | nee  |
        adres                | 1           | 0           | nee      | ja   | 1012AB
        huis_zonder_postcode | 1           | 0           | nee      | ja   |
        postcode_zonder_huis | 1           | 0           | nee      | nee  | 1012AB
        niets                | 1           | 0           | nee      | nee  |
        telefoon             | 2           | 2           | ja       | nee  |
        adres                | 2           | 2           | nee      | ja   | 1012AB
        huis_zonder_postcode | 2           | 2           | nee      | ja   |
        postcode_zonder_huis | 2           | 2           | nee      | nee  | 1012AB
        niets                | 2           | 2           | nee      | nee  |
        """,
}


def test_a_way_to_reach_someone_is_needed(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], [("huis_zonder_postcode", 1), ("postcode_zonder_huis", 1), ("niets", 1)])


def test_for_the_contact_of_a_relation_as_well(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["Relatie/Contact"],
        [("huis_zonder_postcode", 2), ("postcode_zonder_huis", 2), ("niets", 2)],
    )
