"""Spec of TR358."""

from conftest import Spec

from jeugdstelsel.rules.tr358 import RULE

title = "TR358: het totaal is de som van debet min credit"
tables = {
    "declaratie": """
        bericht_id | regelnummer | totaal_bedrag | debet_credit
        debet      | 1           | 300           | D
        credit     | 1           | 100           | C
        nul        | 1           | 0             | D
        een_cent   | 1           | 301           | D
        teken      | 1           | 100           | D
        """,
    "prestatie": """
        bericht_id | regelnummer | ingediend_bedrag | debet_credit
        debet      | 1           | 500              | D
        debet      | 2           | 200              | C
        credit     | 1           | 100              | C
        nul        | 1           | 200              | D
        nul        | 2           | 200              | C
        een_cent   | 1           | 300              | D
        teken      | 1           | 100              | C
        """,
}


def test_the_balance_agrees_in_amount_and_sign(spec: Spec) -> None:
    spec(tables, RULE.violations["Declaratie"], ["een_cent", "teken"])
