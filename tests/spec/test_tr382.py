"""Spec of TR382."""

# ruff: noqa: E501 (a table is as wide as its columns)

from conftest import Spec

from jeugdstelsel.rules.tr382 import RULE

title = "TR382: een stop neemt de sleutel van de start over"
tables = {
    "reeks_melding": """
        bericht_id      | regelnummer | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | geldig
        start           | 1           | start | a       | 2026-02-16 |            |                   | 1                  | 1    | 6   | ja
        stop            | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 2    | 5   | ja
        andere_dag      | 1           | stop  | a       | 2026-02-17 | 2026-04-03 | 31                | 1                  | 3    |     | ja
        andere_sleutel  | 1           | stop  | b       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 4    |     | ja
        stop_weg        | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 3                  | 5    |     | ja
        start_weg       | 1           | start | a       | 2026-02-16 |            |                   | 3                  | 6    |     | ja
        na_verwijdering | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 7    |     | ja
        """,
}


def test_the_start_must_be_there(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["andere_dag", "andere_sleutel", "na_verwijdering"])
