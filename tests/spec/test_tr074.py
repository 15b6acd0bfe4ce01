"""Spec of TR074."""

from conftest import Spec

from jeugdstelsel.rules.tr074 import RULE

title = "TR074: een start of stop komt één keer"
tables = {
    "reeks_melding": """
        bericht_id        | regelnummer | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | wereld  | toetsen
        start             | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 1    | 4   | gedeeld | ja
        start             | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 1    |     | dubbel  | nee
        dubbel            | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 2    |     | dubbel  | ja
        andere_dag        | 1           | start | a       | 2026-04-20 |            |                   | 1                  | 3    |     | gedeeld | ja
        weg               | 1           | start | a       | 2026-02-16 |            |                   | 3                  | 4    |     | gedeeld | ja
        opnieuw           | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 5    |     | gedeeld | ja
        stop              | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 6    |     | gedeeld | ja
        stop_dubbel       | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 7    |     | gedeeld | ja
        stop_andere_reden | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 8    |     | gedeeld | ja
        stop_andere_dag   | 1           | stop  | a       | 2026-02-16 | 2026-04-04 | 31                | 1                  | 9    |     | gedeeld | ja
        """,
}


def test_the_same_start_again_is_wrong_unless_removed_in_between(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["dubbel"])


def test_the_same_stop_again_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["stop_dubbel"])
