"""Spec of CS336."""

from conftest import Spec

from jeugdstelsel.rules.cs336 import RULE

title = "CS336: de vervallen reden 01 wordt niet gebruikt"
tables = {
    "bericht": """
        bericht_id | release
        zonder     | 3.2
        correctie  | 3.2
        vervallen  | 3.2
        vorige     | 3.1
        historie   | 3.0
        """,
    "toegewezen_product": """
        bericht_id | regelnummer | reden_wijziging
        zonder     | 1           |
        correctie  | 1           | 14
        vervallen  | 1           | 01
        vorige     | 1           | 01
        historie   | 1           | 01
        """,
}


def test_reason_01_is_wrong_unless_the_release_still_had_it(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["vervallen", "vorige"])
