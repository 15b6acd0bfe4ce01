"""Spec of TR315."""

from conftest import Spec

from jeugdstelsel.rules.tr315 import RULE

title = "TR315: een prestatie wordt in een bericht hoogstens een keer gecrediteerd"
tables = {
    "prestatie": """
        bericht_id    | regelnummer | client_regelnummer | vorig_referentie_nummer
        debet         | 1           | 1                  |
        debet         | 2           | 1                  |
        een_keer      | 1           | 1                  | P1
        een_keer      | 2           | 1                  | P2
        twee_keer     | 1           | 1                  | P1
        twee_keer     | 2           | 1                  | P1
        andere_client | 1           | 1                  | P1
        andere_client | 2           | 2                  | P1
        """,
}


def test_clients_share_one_set_of_references(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("twee_keer", 2), ("andere_client", 2)])
