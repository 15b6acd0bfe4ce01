"""Spec of TR307."""

from conftest import Spec

from jeugdstelsel.rules.tr307 import RULE

title = "TR307: de productperiode begint niet vóór de toewijzing"
tables = {
    "reeks_prestatie": """
        bericht_id | regelnummer | debet_credit | begindatum | toewijzing | toegewezen_ingangsdatum
        op_de_dag  | 1           | D            | 2026-02-02 | ja         | 2026-02-02
        te_vroeg   | 1           | D            | 2026-02-01 | ja         | 2026-02-02
        credit     | 1           | C            | 2026-02-01 | ja         | 2026-02-02
        onbekend   | 1           | D            | 2026-02-01 | nee        |
        """,
}


def test_a_debit_before_the_first_day_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["te_vroeg"])
