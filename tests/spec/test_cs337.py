"""Spec of CS337."""

from conftest import Spec

from jeugdstelsel.rules.cs337 import RULE

title = "CS337: een productperiode valt in een kalendermaand"
tables = {
    "prestatie": """
        bericht_id    | regelnummer | begindatum | einddatum
        hele_maand    | 1           | 2024-02-01 | 2024-02-29
        laatste_dag   | 1           | 2026-01-31 | 2026-01-31
        eerste_dag    | 1           | 2026-02-01 | 2026-02-01
        over_de_grens | 1           | 2026-01-01 | 2026-02-01
        ander_jaar    | 1           | 2025-01-01 | 2026-01-31
        omgekeerd     | 1           | 2026-02-01 | 2026-01-31
        """,
}


def test_begin_and_end_share_month_and_year(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["over_de_grens", "ander_jaar", "omgekeerd"])
