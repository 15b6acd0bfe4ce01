"""Spec of TR413."""

from conftest import Spec

from jeugdstelsel.rules.tr413 import RULE

title = "TR413: een start heeft één tijdelijke stop"
tables = {
    "reeks_melding": """
        bericht_id   | regelnummer | toetsen | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | wereld
        eerste       | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 1    |     | gedeeld
        tweede       | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-10 | 20                | 1                  | 2    |     | gedeeld
        definitief   | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-10 | 31                | 1                  | 3    |     | gedeeld
        andere_start | 1           | ja      | stop  | a       | 2026-04-20 | 2026-05-01 | 20                | 1                  | 4    |     | gedeeld
        weg_b        | 1           | ja      | stop  | b       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 5    | 6   | gedeeld
        verwijderd_b | 1           | ja      | stop  | b       | 2026-02-16 | 2026-04-03 | 20                | 3                  | 6    |     | gedeeld
        opnieuw_b    | 1           | ja      | stop  | b       | 2026-02-16 | 2026-04-10 | 20                | 1                  | 7    |     | gedeeld
        """,
}


def test_a_second_temporary_stop_is_wrong_unless_the_first_was_removed(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["tweede"])
