"""Spec of TR326."""

from conftest import Spec

from jeugdstelsel.rules.tr326 import RULE

title = "TR326: geen nieuwe start zolang de vorige loopt"
tables = {
    "reeks_melding": """
        bericht_id | regelnummer | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | wereld   | toetsen
        start_a    | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 1    |     | gedeeld  | ja
        start_a    | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 1    |     | tweede_a | nee
        tweede_a   | 1           | start | a       | 2026-03-02 |            |                   | 1                  | 2    |     | tweede_a | ja
        stop_a     | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 3    |     | gedeeld  | ja
        herstart_a | 1           | start | a       | 2026-04-20 |            |                   | 1                  | 4    |     | gedeeld  | ja
        start_b    | 1           | start | b       | 2026-02-16 |            |                   | 1                  | 5    | 6   | gedeeld  | ja
        weg_b      | 1           | start | b       | 2026-02-16 |            |                   | 3                  | 6    |     | gedeeld  | ja
        beter_b    | 1           | start | b       | 2026-02-20 |            |                   | 1                  | 7    |     | gedeeld  | ja
        start_c    | 1           | start | c       | 2026-02-16 |            |                   | 1                  | 8    |     | gedeeld  | ja
        stop_c     | 1           | stop  | c       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 9    | 10  | gedeeld  | ja
        stop_c_weg | 1           | stop  | c       | 2026-02-16 | 2026-04-03 | 31                | 3                  | 10   |     | gedeeld  | ja
        tweede_c   | 1           | start | c       | 2026-05-01 |            |                   | 1                  | 11   |     | gedeeld  | ja
        """,
}


def test_a_stop_or_a_removal_makes_room_for_a_new_start(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["tweede_a", "tweede_c"])
