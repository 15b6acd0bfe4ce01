"""Spec of TR352."""

from conftest import Spec

from jeugdstelsel.rules.tr352 import RULE

title = "TR352: een verzoek om wijziging noemt een lopende toewijzing"
tables = {
    "verzoek": """
        bericht_id      | regelnummer
        verlengen       | 1
        naast_bestaand  | 1
        niets_bestaands | 1
        niets_gevraagd  | 1
        leeg            | 1
        """,
    "wijziging": """
        bericht_id      | soort       | regelnummer
        verlengen       | te_wijzigen | 1
        naast_bestaand  | ongewijzigd | 1
        naast_bestaand  | nieuw       | 1
        niets_bestaands | nieuw       | 1
        niets_gevraagd  | ongewijzigd | 1
        """,
}


def test_unchanged_or_changed_is_enough(spec: Spec) -> None:
    spec(tables, RULE.violations["Verzoek"], ["niets_bestaands", "leeg"])
