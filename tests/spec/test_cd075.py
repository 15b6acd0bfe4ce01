"""Spec of CD075."""

from conftest import Spec

from jeugdstelsel.rules.cd075 import RULE

title = "CD075: een product met een budget heeft een einddatum"
tables = {
    "toegewezen_product": """
        bericht_id    | regelnummer | budget | einddatum
        met_einde     | 1           | 1000   | 2026-12-31
        zonder_budget | 1           |        |
        zonder_einde  | 1           | 1000   |
        budget_nul    | 1           | 0      |
        """,
    "aangevraagd_product": """
        bericht_id    | regelnummer | budget | toewijzing_einddatum
        met_einde     | 1           | 1000   | 2026-12-31
        zonder_budget | 1           |        |
        zonder_einde  | 1           | 1000   |
        budget_nul    | 1           | 0      |
        """,
    "wijziging": """
        bericht_id    | soort       | regelnummer | budget | einddatum
        met_einde     | te_wijzigen | 1           | 1000   | 2026-12-31
        met_einde     | nieuw       | 2           | 1000   | 2026-12-31
        zonder_budget | te_wijzigen | 1           |        |
        zonder_budget | nieuw       | 2           |        |
        zonder_einde  | te_wijzigen | 1           | 1000   |
        zonder_einde  | nieuw       | 2           | 1000   |
        budget_nul    | te_wijzigen | 1           | 0      |
        budget_nul    | nieuw       | 2           | 0      |
        """,
}


def test_a_toewijzing(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["zonder_einde", "budget_nul"])


def test_a_request(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["zonder_einde", "budget_nul"])


def test_a_changed_product(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], [("zonder_einde", 1), ("budget_nul", 1)])


def test_a_new_product(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], [("zonder_einde", 2), ("budget_nul", 2)])
