"""Spec of TR380."""

from conftest import Spec

from jeugdstelsel.rules.tr380 import RULE

title = "TR380: een nieuw product begint na de dagtekening"
tables = {
    "bericht": """
        bericht_id | berichtsoort | dagtekening
        b1         | JW317        | 2026-01-31
        """,
    "wijziging": """
        bericht_id | soort       | regelnummer | gewenste_ingangsdatum
        b1         | nieuw       | 1           | 2026-02-01
        b1         | nieuw       | 2           | 2026-01-31
        b1         | te_wijzigen | 1           | 2026-01-01
        """,
}


def test_the_day_itself_is_too_early_and_changed_products_are_left_alone(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], [("b1", 2)])
