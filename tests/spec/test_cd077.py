"""Spec of CD077."""

from conftest import Spec

from jeugdstelsel.rules.cd077 import RULE

title = "CD077: met een budget is er geen omvang"
tables = {
    "toegewezen_product": """
        bericht_id    | regelnummer | volume | budget
        alleen_omvang | 1           | 3      |
        alleen_budget | 1           |        | 1000
        beide         | 1           | 3      | 1000
        beide_nul     | 1           | 0      | 0
        """,
    "aangevraagd_product": """
        bericht_id    | regelnummer | volume | budget
        alleen_omvang | 1           | 3      |
        alleen_budget | 1           |        | 1000
        beide         | 1           | 3      | 1000
        beide_nul     | 1           | 0      | 0
        """,
    "wijziging": """
        bericht_id    | soort       | regelnummer | volume | budget
        alleen_omvang | te_wijzigen | 1           | 3      |
        alleen_omvang | nieuw       | 2           | 3      |
        alleen_budget | te_wijzigen | 1           |        | 1000
        alleen_budget | nieuw       | 2           |        | 1000
        beide         | te_wijzigen | 1           | 3      | 1000
        beide         | nieuw       | 2           | 3      | 1000
        beide_nul     | te_wijzigen | 1           | 0      | 0
        beide_nul     | nieuw       | 2           | 0      | 0
        """,
}


def test_a_toewijzing(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["beide", "beide_nul"])


def test_a_request(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["beide", "beide_nul"])


def test_a_changed_product(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], [("beide", 1), ("beide_nul", 1)])


def test_a_new_product(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], [("beide", 2), ("beide_nul", 2)])
