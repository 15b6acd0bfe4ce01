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
        relatie_zonder         | 1           | 1           | 01    |
        """,
}


def test_only_kinds_01_and_03_need_a_postcode(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], ["brp_zonder", "verblijf_zonder"])


def test_for_relations_as_well(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie/Contact"], ["relatie_zonder"])
