"""Spec of TR414."""

from conftest import Spec

from jeugdstelsel.rules.tr414 import RULE

title = "TR414: een latere stop ligt niet vóór de vorige"
tables = {
    "reeks_melding": """
        bericht_id   | regelnummer | toetsen | soort | sleutel | begindatum | einddatum  | reden_beeindiging | status_aanlevering | plek | tot | wereld
        tijdelijk    | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 20                | 1                  | 1    |     | gedeeld
        eerder       | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-02 | 31                | 1                  | 2    |     | gedeeld
        zelfde_dag   | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-03 | 31                | 1                  | 3    |     | gedeeld
        andere_start | 1           | ja      | stop  | a       | 2026-01-05 | 2026-01-31 | 31                | 1                  | 4    |     | gedeeld
        weg          | 1           | ja      | stop  | a       | 2026-02-16 | 2026-04-02 | 20                | 3                  | 5    |     | gedeeld
        """,
}


def test_an_earlier_last_day_is_wrong_a_removal_is_not(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["eerder"])
