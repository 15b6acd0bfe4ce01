"""Spec of CD034."""

from conftest import Spec

from jeugdstelsel.rules.cd034 import RULE

title = "CD034: BRP-adres en verblijfadres hebben een postcode"
tables = {
    "contact": """
        bericht_id             | regelnummer | van_relatie | soort | postcode
        brp                    | 1           | 0           | 01    | 1012AB
        correspondentie_zonder | 1           | 0           | 02    |
        tijdelijk_zonder       | 1           | 0           | 04    |
        brp_zonder             | 1           | 0           | 01    |
        verblijf_zonder        | 1           | 0           | 03    |
        brp                    | 2           | 2           | 01    | 1012AB
        correspondentie_zonder | 2           | 2           | 02    |
        tijdelijk_zonder       | 2           | 2           | 04    |
        brp_zonder             | 2           | 2           | 01    |
        verblijf_zonder        | 2           | 2           | 03    |
        """,
}


def test_only_kinds_01_and_03_need_a_postcode(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], [("brp_zonder", 1), ("verblijf_zonder", 1)])


def test_for_the_contact_of_a_relation_as_well(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie/Contact"], [("brp_zonder", 2), ("verblijf_zonder", 2)])
