"""Spec of TR018."""

from conftest import Spec

from jeugdstelsel.rules.tr018 import RULE

title = "TR018: een stop ligt niet voor de start"
tables = {
    "melding": """
        bericht_id | regelnummer | soort | begindatum | einddatum
        een_dag    | 1           | stop  | 2026-01-02 | 2026-01-02
        start      | 1           | start | 2026-01-02 |
        omgekeerd  | 1           | stop  | 2026-01-02 | 2026-01-01
        """,
}


def test_ending_on_the_first_day_is_fine(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["omgekeerd"])
