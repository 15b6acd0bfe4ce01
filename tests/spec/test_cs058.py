"""Spec of CS058."""

from conftest import Spec

from jeugdstelsel.rules.cs058 import RULE

title = "CS058: een melding is een eerste aanlevering of een verwijdering"
tables = {
    "melding": """
        bericht_id  | soort | regelnummer | status_aanlevering
        eerste      | start | 1           | 1
        eerste      | stop  | 1           | 1
        verwijder   | start | 1           | 3
        verwijder   | stop  | 1           | 3
        gewijzigd   | start | 1           | 2
        ongewijzigd | stop  | 1           | 9
        """,
}


def test_status_2_of_a_start(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], ["gewijzigd"])


def test_status_9_of_a_stop(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], ["ongewijzigd"])
