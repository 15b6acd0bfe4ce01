"""Spec of TR335."""

from conftest import Spec

from jeugdstelsel.rules.tr335 import RULE

title = "TR335: een prestatie is hoogstens vijf jaar oud"
tables = {
    "declaratie": """
        bericht_id | regelnummer | declaratie_dagtekening
        b1         | 1           | 2026-02-28
        schrikkel  | 1           | 2028-02-29
        """,
    "prestatie": """
        bericht_id | regelnummer | begindatum | einddatum
        b1         | 1           | 2021-02-01 | 2021-02-28
        b1         | 2           | 2021-02-01 | 2021-02-27
        schrikkel  | 1           | 2023-02-01 | 2023-02-28
        schrikkel  | 2           | 2023-02-01 | 2023-02-27
        """,
}


def test_exactly_sixty_months_is_fine(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("b1", 2), ("schrikkel", 2)])
