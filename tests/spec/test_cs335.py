"""Spec of CS335."""

from conftest import Spec

from jeugdstelsel.rules.cs335 import RULE

title = "CS335: een verwijderde toewijzing eindigt op haar eerste dag"
tables = {
    "toegewezen_product": """
        bericht_id | regelnummer | reden_wijziging | ingangsdatum | einddatum
        verwijderd | 1           | 13              | 2026-01-01   | 2026-01-01
        open       | 1           | 13              | 2026-01-01   |
        verlengd   | 1           | 04              | 2026-01-01   | 2026-12-31
        loopt_door | 1           | 13              | 2026-01-01   | 2026-01-02
        """,
}


def test_reason_13_with_another_last_day_is_wrong_and_an_open_end_is_left_alone(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["loopt_door"])
