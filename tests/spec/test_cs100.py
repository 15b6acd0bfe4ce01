"""Spec of CS100."""

from conftest import Spec

from jeugdstelsel.rules.cs100 import RULE

title = "CS100: declaratieperiode en productperiode beginnen niet voor 2021"
tables = {
    "declaratie": """
        bericht_id | regelnummer | begindatum
        grens      | 1           | 2021-01-01
        eerder     | 1           | 2020-12-01
        """,
    "prestatie": """
        bericht_id | regelnummer | begindatum
        grens      | 1           | 2021-01-01
        eerder     | 1           | 2020-12-31
        """,
}


def test_the_declared_month(spec: Spec) -> None:
    spec(tables, RULE.violations["Declaratie"], ["eerder"])


def test_the_period_of_a_prestatie(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["eerder"])
