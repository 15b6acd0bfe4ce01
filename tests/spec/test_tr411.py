"""Spec of TR411."""

from conftest import Spec

from jeugdstelsel.rules.tr411 import RULE

title = "TR411: een specifieke toewijzing wijzigen vraagt een omvang"
tables = {
    "reeks_wijziging": """
        bericht_id | regelnummer | soort       | toewijzing | toegewezen_categorie | toegewezen_code | volume | einddatum
        met        | 1           | te_wijzigen | ja         | 45                   | 45A04           | 2      | 2026-09-30
        zonder     | 1           | te_wijzigen | ja         | 45                   | 45A04           |        | 2026-09-30
        aspecifiek | 1           | te_wijzigen | ja         | 45                   |                 |        | 2026-09-30
        onbekend   | 1           | te_wijzigen | nee        |                      |                 |        | 2026-09-30
        """,
}


def test_a_toewijzing_with_a_code_needs_an_omvang(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], ["zonder"])
