"""Spec of TR326."""

# ruff: noqa: E501 (a table is as wide as its columns)

from conftest import Spec

from jeugdstelsel.rules.tr326 import RULE

title = "TR326: geen nieuwe start zolang de vorige loopt"
tables = {
    "reeks_melding": """
        bericht_id | regelnummer | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | geldig
        start_a    | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 1    |     | ja
        tweede_a   | 1           | start | a       | 2026-03-02 |            |                   | 1                  | 2    |     | nee
        stop_a     | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 3    |     | ja
        herstart_a | 1           | start | a       | 2026-04-20 |            |                   | 1                  | 4    |     | ja
        start_b    | 1           | start | b       | 2026-02-16 |            |                   | 1                  | 5    | 6   | ja
        weg_b      | 1           | start | b       | 2026-02-16 |            |                   | 3                  | 6    |     | ja
        beter_b    | 1           | start | b       | 2026-02-20 |            |                   | 1                  | 7    |     | ja
        start_c    | 1           | start | c       | 2026-02-16 |            |                   | 1                  | 8    |     | ja
        stop_c     | 1           | stop  | c       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 9    | 10  | ja
        stop_c_weg | 1           | stop  | c       | 2026-02-16 | 2026-04-03 | 31                | 3                  | 10   |     | ja
        tweede_c   | 1           | start | c       | 2026-05-01 |            |                   | 1                  | 11   |     | ja
        """,
}


def test_a_stop_or_a_removal_makes_room_for_a_new_start(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["tweede_a", "tweede_c"])
