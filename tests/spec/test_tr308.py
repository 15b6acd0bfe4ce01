"""Spec of TR308."""

from conftest import Spec

from jeugdstelsel.rules.tr308 import RULE

title = "TR308: de productperiode eindigt niet na de toewijzing"
tables = {
    "reeks_prestatie": """
        bericht_id | regelnummer | debet_credit | einddatum  | toewijzing | toegewezen_einddatum
        op_de_dag  | 1           | D            | 2026-06-30 | ja         | 2026-06-30
        te_laat    | 1           | D            | 2026-07-01 | ja         | 2026-06-30
        open_einde | 1           | D            | 2026-07-01 | ja         |
        credit     | 1           | C            | 2026-07-01 | ja         | 2026-06-30
        onbekend   | 1           | D            | 2026-07-01 | nee        |
        """,
}


def test_a_debit_after_the_last_day_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["te_laat"])
