"""Spec of TR375."""

from conftest import Spec

from jeugdstelsel.rules.tr375 import RULE

title = "TR375: een wijziging van een toewijzing zonder product heeft geen omvang"
tables = {
    "reeks_wijziging": """
        bericht_id          | regelnummer | soort       | toewijzing | toegewezen_categorie | toegewezen_code | volume | einddatum
        generiek_met_omvang | 1           | te_wijzigen | ja         |                      |                 | 2      | 2026-09-30
        generiek_open_einde | 1           | te_wijzigen | ja         |                      |                 | 2      |
        generiek_voor_2021  | 1           | te_wijzigen | ja         |                      |                 | 2      | 2020-12-31
        generiek_zonder     | 1           | te_wijzigen | ja         |                      |                 |        | 2026-09-30
        met_product         | 1           | te_wijzigen | ja         | 45                   |                 | 2      | 2026-09-30
        onbekend            | 1           | te_wijzigen | nee        |                      |                 | 2      | 2026-09-30
        """,
}


def test_from_2021_a_generic_toewijzing_has_no_omvang(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], ["generiek_met_omvang", "generiek_open_einde"])
