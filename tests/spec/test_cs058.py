"""Spec of CS058."""

from conftest import Spec

from jeugdstelsel.rules.cs058 import RULE

title = "CS058: een melding is een eerste aanlevering of een verwijdering"
tables = {
    "melding": """
        bericht_id  | regelnummer | soort | status_aanlevering
        eerste      | 1           | start | 1
        verwijder   | 1           | stop  | 3
        gewijzigd   | 1           | start | 2
        ongewijzigd | 1           | stop  | 9
        """,
}


def test_status_2_of_a_start(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["gewijzigd"])


def test_status_9_of_a_stop(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["ongewijzigd"])
