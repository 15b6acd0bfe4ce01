"""Spec of TR316."""

from conftest import Spec

from jeugdstelsel.rules.tr316 import RULE

title = "TR316: een debetregel wordt niet in hetzelfde bericht gecrediteerd"
tables = {
    "prestatie": """
        bericht_id     | regelnummer | client_regelnummer | referentie_nummer | vorig_referentie_nummer
        ander_bericht  | 1           | 1                  | P1                |
        later          | 1           | 1                  | P2                | P1
        zelfde_bericht | 1           | 1                  | P1                |
        zelfde_bericht | 2           | 1                  | P2                | P1
        andere_client  | 1           | 1                  | P2                | P1
        andere_client  | 2           | 2                  | P1                |
        zichzelf       | 1           | 1                  | P1                | P1
        """,
}


def test_the_credit_is_named_whatever_the_order_or_client(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("zelfde_bericht", 2), ("andere_client", 1), ("zichzelf", 1)])
