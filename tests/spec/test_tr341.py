"""Spec of TR341."""

from conftest import Spec

from jeugdstelsel.rules.tr341 import RULE

title = "TR341: de eenheid is de toegewezen eenheid"
tables = {
    "reeks_prestatie": """
        bericht_id      | regelnummer | toewijzing | eenheid | toegewezen_eenheid
        gelijk          | 1           | ja         | 04      | 04
        uren_in_minuten | 1           | ja         | 01      | 04
        minuten_in_uren | 1           | ja         | 04      | 01
        etmaal          | 1           | ja         | 14      | 04
        zonder_omvang   | 1           | ja         | 14      |
        """,
}


def test_only_hours_may_be_billed_in_another_unit(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["minuten_in_uren", "etmaal"])
