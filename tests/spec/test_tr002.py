"""Spec of TR002."""

from conftest import Spec

from jeugdstelsel.rules.tr002 import RULE

title = "TR002: een geboortedatum ligt hoogstens 120 jaar voor de dagtekening"
tables = {
    "bericht": """
        bericht_id | berichtsoort | dagtekening
        precies    | JW301        | 2026-01-28
        geen_datum | JW301        | 2026-01-28
        onbekend   | JW301        | 2026-01-28
        ouder      | JW301        | 2026-01-28
        half       | JW301        | 2026-01-28
        strijdig   | JW301        | 2026-01-28
        """,
    "client": """
        bericht_id | regelnummer | geboortedatum | datum_gebruik
        precies    | 1           | 1906-01-28    |
        geen_datum | 1           |               |
        onbekend   | 1           | 1900-01-01    | 3
        ouder      | 1           | 1906-01-27    |
        half       | 1           | 1900-01-01    | 2
        strijdig   | 1           | 1899-01-01    | 3
        """,
    "relatie": """
        bericht_id | regelnummer | geboortedatum | datum_gebruik
        precies    | 1           | 1906-01-28    |
        geen_datum | 1           |               |
        onbekend   | 1           | 1900-01-01    | 3
        ouder      | 1           | 1906-01-27    |
        half       | 1           | 1900-01-01    | 2
        strijdig   | 1           | 1899-01-01    | 3
        """,
}


def test_exactly_120_years_and_wholly_unknown_are_fine(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], ["ouder", "half", "strijdig"])


def test_a_relation(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie"], ["ouder", "half", "strijdig"])
