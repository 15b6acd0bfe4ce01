"""Spec of TR353."""

from conftest import Spec

from jeugdstelsel.rules.tr353 import RULE

title = "TR353: een verzoek om wijziging vraagt om iets"
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


def test_changed_or_new_is_enough(spec: Spec) -> None:
    spec(tables, RULE.violations["Verzoek"], ["niets_gevraagd", "leeg"])
