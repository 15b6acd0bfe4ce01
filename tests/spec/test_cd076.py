"""Spec of CD076."""

from conftest import Spec

from jeugdstelsel.rules.cd076 import RULE

title = "CD076: een omvang per week heeft een einddatum"
tables = {
    "toegewezen_product": """
        bericht_id   | regelnummer | volume | frequentie | einddatum
        met_einde    | 1           | 3      | 2          | 2026-12-31
        per_maand    | 1           | 3      | 4          |
        geen_omvang  | 1           |        |            |
        zonder_einde | 1           | 3      | 2          |
        """,
    "aangevraagd_product": """
        bericht_id   | regelnummer | volume | frequentie | toewijzing_einddatum
        met_einde    | 1           | 3      | 2          | 2026-12-31
        per_maand    | 1           | 3      | 4          |
        geen_omvang  | 1           |        |            |
        zonder_einde | 1           | 3      | 2          |
        """,
    "wijziging": """
        bericht_id   | soort       | regelnummer | volume | frequentie | einddatum
        met_einde    | te_wijzigen | 1           | 3      | 2          | 2026-12-31
        met_einde    | nieuw       | 2           | 3      | 2          | 2026-12-31
        per_maand    | te_wijzigen | 1           | 3      | 4          |
        per_maand    | nieuw       | 2           | 3      | 4          |
        geen_omvang  | te_wijzigen | 1           |        |            |
        geen_omvang  | nieuw       | 2           |        |            |
        zonder_einde | te_wijzigen | 1           | 3      | 2          |
        zonder_einde | nieuw       | 2           | 3      | 2          |
        """,
}


def test_a_toewijzing(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["zonder_einde"])


def test_a_request(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["zonder_einde"])


def test_a_changed_product(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], [("zonder_einde", 1)])


def test_a_new_product(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], [("zonder_einde", 2)])
