"""Spec of CD079."""

from conftest import Spec

from jeugdstelsel.rules.cd079 import RULE

title = "CD079: zonder budget is er een product"
tables = {
    "toegewezen_product": """
        bericht_id     | regelnummer | product_categorie | budget
        product        | 1           | 45                |
        generiek       | 1           |                   | 1000
        geen_van_beide | 1           |                   |
        """,
    "aangevraagd_product": """
        bericht_id     | regelnummer | product_categorie | budget
        product        | 1           | 45                |
        generiek       | 1           |                   | 1000
        geen_van_beide | 1           |                   |
        """,
    "wijziging": """
        bericht_id     | soort       | regelnummer | product_categorie | budget
        product        | te_wijzigen | 1           | 45                |
        product        | nieuw       | 2           | 45                |
        generiek       | te_wijzigen | 1           |                   | 1000
        generiek       | nieuw       | 2           |                   | 1000
        geen_van_beide | te_wijzigen | 1           |                   |
        geen_van_beide | nieuw       | 2           |                   |
        """,
}


def test_a_toewijzing(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["geen_van_beide"])


def test_a_request(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["geen_van_beide"])


def test_a_new_product(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], [("geen_van_beide", 2)])
