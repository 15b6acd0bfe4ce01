"""Spec of CS325."""

from conftest import Spec

from jeugdstelsel.rules.cs325 import RULE

title = "CS325: een bedrag van nul is debet"
tables = {
    "declaratie": """
        bericht_id | regelnummer | totaal_bedrag | debet_credit
        nul_debet  | 1           | 0             | D
        een_credit | 1           | 1             | C
        nul_credit | 1           | 0             | C
        """,
    "declaratie_antwoord": """
        bericht_id       | regelnummer | ingediend_bedrag | ingediend_debet_credit | toegekend_bedrag | toegekend_debet_credit
        nul_debet        | 1           | 0                | D                      | 0                | D
        ingediend_credit | 1           | 0                | C                      | 0                | D
        toegekend_credit | 1           | 100              | D                      | 0                | C
        beide_credit     | 1           | 100              | C                      | 100              | C
        """,
    "prestatie": """
        bericht_id | regelnummer | ingediend_bedrag | debet_credit
        nul_debet  | 1           | 0                | D
        een_credit | 1           | 1                | C
        nul_credit | 1           | 0                | C
        """,
    "prestatie_antwoord": """
        bericht_id | regelnummer | ingediend_bedrag | debet_credit
        nul_debet  | 1           | 0                | D
        een_credit | 1           | 1                | C
        terug_nul  | 1           | 0                | C
        """,
}


def test_the_total_of_a_declaration(spec: Spec) -> None:
    spec(tables, RULE.violations["Declaratie"], ["nul_credit"])


def test_both_totals_of_an_answer(spec: Spec) -> None:
    spec(tables, RULE.violations["DeclaratieAntwoord"], ["ingediend_credit", "toegekend_credit"])


def test_a_prestatie_in_declaration_and_answer(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["nul_credit", "terug_nul"])
