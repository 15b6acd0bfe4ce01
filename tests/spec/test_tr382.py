"""Spec of TR382."""

from conftest import Spec

from jeugdstelsel.rules.tr382 import RULE

title = "TR382: een stop neemt de sleutel van de start over"
tables = {
    "reeks_melding": """
        bericht_id      | regelnummer | toetsen | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | wereld
        start           | 1           | ja      | start | a       | 2026-02-16 |            |                   | 1                  | 1    | 6   | gedeeld
        stop            | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 2    | 5   | gedeeld
        andere_dag      | 1           | ja      | stop  | a       | 2026-02-17 | 2026-04-03 | 31                | 1                  | 3    |     | gedeeld
        andere_sleutel  | 1           | ja      | stop  | b       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 4    |     | gedeeld
        stop_weg        | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 3                  | 5    |     | gedeeld
        start_weg       | 1           | ja      | start | a       | 2026-02-16 |            |                   | 3                  | 6    |     | gedeeld
        na_verwijdering | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 7    |     | gedeeld
        """,
}


def test_the_start_must_be_there(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["andere_dag", "andere_sleutel", "na_verwijdering"])
