"""Spec of CS340."""

from conftest import Spec

from jeugdstelsel.rules.cs340 import RULE

title = "CS340: de declaratieperiode is precies een kalendermaand"
tables = {
    "declaratie": """
        bericht_id   | regelnummer | begindatum | einddatum
        januari      | 1           | 2026-01-01 | 2026-01-31
        schrikkel    | 1           | 2024-02-01 | 2024-02-29
        kort         | 1           | 2024-02-01 | 2024-02-28
        later_begin  | 1           | 2026-01-02 | 2026-01-31
        twee_maanden | 1           | 2026-01-01 | 2026-02-28
        """,
}


def test_first_to_last_day_of_the_same_month(spec: Spec) -> None:
    spec(tables, RULE.violations["Declaratie"], ["kort", "later_begin", "twee_maanden"])
