"""Spec of TR135."""

from conftest import Spec

from jeugdstelsel.rules.tr135 import RULE

title = "TR135: de dagtekening ligt niet in de toekomst"
tables = {
    "klok": """
        vandaag
        2026-11-21
        """,
    "reeks_bericht": """
        bericht_id         | dagtekening | declaratie_dagtekening
        vandaag            | 2026-11-21  |
        morgen             | 2026-11-22  |
        antwoord           | 2026-11-20  | 2026-11-19
        antwoord_op_morgen | 2026-11-20  | 2026-11-22
        """,
}


def test_today_is_the_last_day(spec: Spec) -> None:
    spec(tables, RULE.violations["Header"], ["morgen", "antwoord_op_morgen"])
