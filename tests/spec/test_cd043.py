"""Spec of CD043."""

from conftest import Spec

from jeugdstelsel.rules.cd043 import RULE

title = "CD043: nummer en ingangsdatum van de beschikking staan er samen of samen niet"
tables = {
    "aangevraagd_product": """
        bericht_id    | regelnummer | beschikking_nummer | beschikking_ingangsdatum
        beide         | 1           | 7                  | 2026-01-01
        geen          | 1           |                    |
        alleen_nummer | 1           | 7                  |
        alleen_datum  | 1           |                    | 2026-01-01
        nul_is_nummer | 1           | 0                  | 2026-01-01
        """,
}


def test_one_of_the_two_is_missing(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["alleen_nummer", "alleen_datum"])
