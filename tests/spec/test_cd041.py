"""Spec of CD041."""

from conftest import Spec

from jeugdstelsel.rules.cd041 import RULE

title = "CD041: een product met een code heeft een omvang"
tables = {
    "toegewezen_product": """
        bericht_id    | regelnummer | product_categorie | product_code | volume
        specifiek     | 1           | 45                | 45A04        | 10
        aspecifiek    | 1           | 45                |              |
        zonder_omvang | 1           | 45                | 45A04        |
        """,
    "aangevraagd_product": """
        bericht_id    | regelnummer | product_categorie | product_code | volume
        specifiek     | 1           | 45                | 45A04        | 10
        aspecifiek    | 1           | 45                |              |
        zonder_omvang | 1           | 45                | 45A04        |
        """,
    "wijziging": """
        bericht_id    | soort       | regelnummer | product_categorie | product_code | volume
        specifiek     | nieuw       | 1           | 45                | 45A04        | 10
        aspecifiek    | nieuw       | 1           | 45                |              |
        zonder_omvang | te_wijzigen | 1           |                   |              |
        zonder_omvang | nieuw       | 2           | 45                | 45A04        |
        """,
}


def test_a_toewijzing(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["zonder_omvang"])


def test_a_request(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["zonder_omvang"])


def test_a_new_product(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], [("zonder_omvang", 2)])
