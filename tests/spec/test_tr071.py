"""Spec of TR071."""

# ruff: noqa: E501 (a table is as wide as its columns)

from conftest import Spec

from jeugdstelsel.rules.tr071 import RULE

title = "TR071: een start verdwijnt niet zolang zijn stop er is"
tables = {
    "reeks_melding": """
        bericht_id | regelnummer | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | geldig
        start_a    | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 1    |     | ja
        stop_a     | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 2    |     | ja
        weg_a      | 1           | start | a       | 2026-02-16 |            |                   | 3                  | 3    |     | ja
        start_b    | 1           | start | b       | 2026-02-16 |            |                   | 1                  | 4    |     | ja
        stop_b     | 1           | stop  | b       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 5    | 6   | ja
        stop_b_weg | 1           | stop  | b       | 2026-02-16 | 2026-04-03 | 31                | 3                  | 6    |     | ja
        weg_b      | 1           | start | b       | 2026-02-16 |            |                   | 3                  | 7    |     | ja
        stop_later | 1           | stop  | c       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 9    |     | ja
        weg_c      | 1           | start | c       | 2026-02-16 |            |                   | 3                  | 8    |     | ja
        """,
}


def test_the_stop_must_be_removed_first(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["weg_a"])
