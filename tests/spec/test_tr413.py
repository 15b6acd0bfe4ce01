"""Spec of TR413."""

# ruff: noqa: E501 (a table is as wide as its columns)

from conftest import Spec

from jeugdstelsel.rules.tr413 import RULE

title = "TR413: een start heeft één tijdelijke stop"
tables = {
    "reeks_melding": """
        bericht_id   | regelnummer | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | geldig
        eerste       | 1           | stop  | a       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 1    |     | ja
        tweede       | 1           | stop  | a       | 2026-02-16 | 2026-04-10 | 20                | 1                  | 2    |     | nee
        definitief   | 1           | stop  | a       | 2026-02-16 | 2026-04-10 | 31                | 1                  | 3    |     | ja
        andere_start | 1           | stop  | a       | 2026-04-20 | 2026-05-01 | 20                | 1                  | 4    |     | ja
        weg_b        | 1           | stop  | b       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 5    | 6   | ja
        verwijderd_b | 1           | stop  | b       | 2026-02-16 | 2026-04-03 | 20                | 3                  | 6    |     | ja
        opnieuw_b    | 1           | stop  | b       | 2026-02-16 | 2026-04-10 | 20                | 1                  | 7    |     | ja
        """,
}


def test_a_second_temporary_stop_is_wrong_unless_the_first_was_removed(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["tweede"])
