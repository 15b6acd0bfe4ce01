"""Spec of TR063."""

from conftest import Spec

from jeugdstelsel.rules.tr063 import RULE

title = "TR063: een verwijdering hoort bij een eerdere aanlevering met dezelfde sleutel"
tables = {
    "reeks_melding": """
        bericht_id       | regelnummer | toetsen | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | wereld
        start            | 1           | ja      | start | a       | 2026-02-16 |            |                   | 1                  | 1    | 5   | gedeeld
        nog_niet         | 1           | ja      | start | b       | 2026-02-16 |            |                   | 3                  | 2    |     | gedeeld
        andere_dag       | 1           | ja      | start | a       | 2026-02-17 |            |                   | 3                  | 4    |     | gedeeld
        verwijderd       | 1           | ja      | start | a       | 2026-02-16 |            |                   | 3                  | 5    |     | gedeeld
        weer             | 1           | ja      | start | a       | 2026-02-16 |            |                   | 3                  | 6    |     | gedeeld
        stop             | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 7    | 9   | gedeeld
        andere_reden     | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 20                | 3                  | 8    |     | gedeeld
        stop_verwijderd  | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 3                  | 9    |     | gedeeld
        afgekeurde_start | 1           | ja      | start | c       | 2026-02-16 |            |                   | 1                  | 10   |     | afgekeurde_start
        na_afgekeurd     | 1           | ja      | start | c       | 2026-02-16 |            |                   | 3                  | 11   |     | gedeeld
        """,
}


def test_a_start_is_removed_once_and_by_its_own_key(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["nog_niet", "andere_dag", "weer", "na_afgekeurd"])


def test_a_stop_is_removed_by_its_whole_key(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["andere_reden"])
