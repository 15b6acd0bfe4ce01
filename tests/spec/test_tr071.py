"""Spec of TR071."""

from conftest import Spec

from jeugdstelsel.rules.tr071 import RULE

title = "TR071: een start verdwijnt niet zolang zijn stop er is"
tables = {
    "reeks_melding": """
        bericht_id | regelnummer | toetsen | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | wereld
        start_a    | 1           | ja      | start | a       | 2026-02-16 |            |                   | 1                  | 1    |     | gedeeld
        stop_a     | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 2    |     | gedeeld
        weg_a      | 1           | ja      | start | a       | 2026-02-16 |            |                   | 3                  | 3    |     | gedeeld
        start_b    | 1           | ja      | start | b       | 2026-02-16 |            |                   | 1                  | 4    |     | gedeeld
        stop_b     | 1           | ja      | stop  | b       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 5    | 6   | gedeeld
        stop_b_weg | 1           | ja      | stop  | b       | 2026-02-16 | 2026-04-03 | 31                | 3                  | 6    |     | gedeeld
        weg_b      | 1           | ja      | start | b       | 2026-02-16 |            |                   | 3                  | 7    |     | gedeeld
        stop_later | 1           | ja      | stop  | c       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 9    |     | gedeeld
        weg_c      | 1           | ja      | start | c       | 2026-02-16 |            |                   | 3                  | 8    |     | gedeeld
        """,
}


def test_the_stop_must_be_removed_first(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["weg_a"])
