"""Spec of TR137."""

from conftest import Spec

from jeugdstelsel.rules.tr137 import RULE

title = "TR137: een periode eindigt niet voor haar begin en niet na de dagtekening"
tables = {
    "bericht": """
        bericht_id | berichtsoort | dagtekening
        b1         | JW323        | 2026-01-31
        """,
    "declaratie": """
        bericht_id | regelnummer | begindatum | einddatum
        b1         | 1           | 2026-01-01 | 2026-01-31
        b1         | 2           | 2026-01-31 | 2026-01-31
        b1         | 3           | 2026-01-01 | 2026-02-01
        b1         | 4           | 2026-01-31 | 2026-01-30
        """,
    "prestatie": """
        bericht_id | regelnummer | begindatum | einddatum
        b1         | 1           | 2026-01-01 | 2026-01-31
        b1         | 2           | 2026-01-31 | 2026-01-31
        b1         | 3           | 2026-01-01 | 2026-02-01
        b1         | 4           | 2026-01-31 | 2026-01-30
        """,
    "prestatie_antwoord": """
        bericht_id | regelnummer | begindatum | einddatum
        b1         | 5           | 2026-01-01 | 2026-01-31
        b1         | 6           | 2026-01-31 | 2026-01-31
        b1         | 7           | 2026-01-01 | 2026-02-01
        b1         | 8           | 2026-01-31 | 2026-01-30
        """,
}


def test_the_declared_month(spec: Spec) -> None:
    spec(tables, RULE.violations["Declaratie"], [("b1", 3), ("b1", 4)])


def test_a_prestatie_in_declaration_and_answer(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("b1", 3), ("b1", 4), ("b1", 7), ("b1", 8)])
