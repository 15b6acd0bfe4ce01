"""Spec of TR383."""

from conftest import Spec

from jeugdstelsel.rules.tr383 import RULE

title = "TR383: elk aangevraagd product heeft een eigen referentie"
tables = {
    "aangevraagd_product": """
        bericht_id | regelnummer | referentie_aanbieder
        goed       | 1           | A
        goed       | 2           | B
        ander      | 1           | A
        dubbel     | 1           | A
        dubbel     | 2           | A
        """,
}


def test_a_reference_counts_within_its_message(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], [("dubbel", 2)])
