"""Spec of TR387."""

from conftest import Spec

from jeugdstelsel.rules.tr387 import RULE

title = "TR387: de productperiode begint op dag 1 of op de ingangsdatum"
tables = {
    "reeks_prestatie": """
        bericht_id          | regelnummer | toewijzing | begindatum | toegewezen_ingangsdatum | debet_credit
        eerste_van_de_maand | 1           | ja         | 2026-03-01 | 2026-02-02              | D
        ingangsdatum        | 1           | ja         | 2026-02-02 | 2026-02-02              | D
        start_van_zorg      | 1           | ja         | 2026-02-16 | 2026-02-02              | D
        voor_de_ingang      | 1           | ja         | 2026-02-01 | 2026-02-02              | D
        halverwege          | 1           | ja         | 2026-03-02 | 2026-02-02              | D
        credit              | 1           | ja         | 2026-02-16 | 2026-02-02              | C
        """,
}


def test_care_that_starts_later_does_not_move_the_period(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["start_van_zorg", "voor_de_ingang", "halverwege"])
