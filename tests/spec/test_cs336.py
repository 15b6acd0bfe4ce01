"""Spec of CS336."""

from conftest import Spec

from jeugdstelsel.rules.cs336 import RULE

title = "CS336: de vervallen reden 01 wordt niet gebruikt"
tables = {
    "toegewezen_product": """
        bericht_id | regelnummer | reden_wijziging
        zonder     | 1           |
        correctie  | 1           | 14
        vervallen  | 1           | 01
        """,
}


def test_reason_01_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["vervallen"])
