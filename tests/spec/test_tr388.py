"""Spec of TR388."""

from conftest import Spec

from jeugdstelsel.rules.tr388 import RULE

title = "TR388: de productperiode eindigt op het maandeinde of op de einddatum"
tables = {
    "reeks_prestatie": """
        bericht_id        | regelnummer | toewijzing | einddatum  | toegewezen_einddatum | debet_credit
        maandeinde        | 1           | ja         | 2026-02-28 | 2026-06-15           | D
        einddatum         | 1           | ja         | 2026-06-15 | 2026-06-15           | D
        open_toewijzing   | 1           | ja         | 2026-06-30 |                      | D
        te_vroeg          | 1           | ja         | 2026-02-27 | 2026-06-15           | D
        voorbij_einddatum | 1           | ja         | 2026-06-30 | 2026-06-15           | D
        credit            | 1           | ja         | 2026-02-27 | 2026-06-15           | C
        """,
}


def test_any_other_last_day_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["te_vroeg", "voorbij_einddatum"])
