"""Spec of TR002."""

from conftest import Spec

from jeugdstelsel.rules.tr002 import RULE

title = "TR002: een geboortedatum ligt hoogstens 120 jaar voor de dagtekening"
tables = {
    "bericht": """
        bericht_id | berichtsoort | dagtekening
        precies    | JW301        | 2026-01-28
        ouder      | JW305        | 2026-01-28
        onbekend   | JW315        | 2026-01-28
        half       | JW315        | 2026-01-28
        """,
    "client": """
        bericht_id | regelnummer | geboortedatum | datum_gebruik
        precies    | 1           | 1906-01-28    |
        ouder      | 1           | 1906-01-27    |
        onbekend   | 1           | 1900-01-01    | 3
        half       | 1           | 1900-01-01    | 2
        """,
    "relatie": """
        bericht_id | regelnummer | geboortedatum | datum_gebruik
        precies    | 1           | 1906-01-28    |
        precies    | 2           | 1906-01-27    |
        precies    | 3           |               |
        """,
}


def test_exactly_120_years_and_wholly_unknown_are_fine(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], ["ouder", "half"])


def test_a_relation(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie"], [("precies", 2)])
