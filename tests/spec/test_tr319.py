"""Spec of TR319."""

from conftest import Spec

from jeugdstelsel.rules.tr319 import RULE

title = "TR319: een productperiode ligt niet na de declaratieperiode"
tables = {
    "declaratie": """
        bericht_id | regelnummer | begindatum | einddatum  | declaratie_dagtekening
        b1         | 1           | 2026-01-01 | 2026-01-31 | 2026-02-28
        """,
    "prestatie": """
        bericht_id | regelnummer | begindatum | einddatum
        b1         | 1           | 2026-01-01 | 2026-01-31
        b1         | 2           | 2025-06-01 | 2025-06-30
        b1         | 3           | 2026-01-31 | 2026-02-01
        b1         | 4           | 2026-02-01 | 2026-01-31
        b1         | 5           | 2026-01-31 | 2026-01-31
        """,
}


def test_an_older_month_is_fine_a_later_day_is_not(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("b1", 3), ("b1", 4)])
