"""Spec of TR415."""

from conftest import Spec

from jeugdstelsel.rules.tr415 import RULE

title = "TR415: na een definitieve stop komt geen stop meer op dezelfde start"
tables = {
    "reeks_melding": """
        bericht_id      | regelnummer | toetsen | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | wereld
        tijdelijk       | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 1    |     | gedeeld
        definitief      | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-10 | 31                | 1                  | 2    |     | gedeeld
        weer_definitief | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-20 | 32                | 1                  | 3    |     | gedeeld
        weer_tijdelijk  | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-20 | 20                | 1                  | 4    |     | gedeeld
        andere_start    | 1           | ja      | stop  | a       | 2026-05-01 | 2026-06-01 | 31                | 1                  | 5    |     | gedeeld
        """,
}


def test_nothing_follows_a_definitive_stop(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["weer_definitief", "weer_tijdelijk"])
