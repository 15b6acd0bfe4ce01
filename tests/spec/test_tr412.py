"""Spec of TR412."""

from conftest import Spec

from jeugdstelsel.rules.tr412 import RULE

title = "TR412: een niet-specifieke toewijzing wijzigen kent geen omvang"
tables = {
    "reeks_wijziging": """
        bericht_id            | regelnummer | soort       | toewijzing | toegewezen_categorie | toegewezen_code | volume | einddatum
        aspecifiek_met        | 1           | te_wijzigen | ja         | 45                   |                 | 2      | 2026-09-30
        aspecifiek_open_einde | 1           | te_wijzigen | ja         | 45                   |                 | 2      |
        aspecifiek_voor_2021  | 1           | te_wijzigen | ja         | 45                   |                 | 2      | 2020-12-31
        aspecifiek_zonder     | 1           | te_wijzigen | ja         | 45                   |                 |        | 2026-09-30
        specifiek             | 1           | te_wijzigen | ja         | 45                   | 45A04           | 2      | 2026-09-30
        """,
}


def test_from_2021_a_toewijzing_without_code_has_no_omvang(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], ["aspecifiek_met", "aspecifiek_open_einde"])
