"""Spec of CD060."""

from conftest import Spec

from jeugdstelsel.rules.cd060 import RULE

title = "CD060: alleen een creditregel verwijst naar een eerdere prestatie"
tables = {
    "prestatie": """
        bericht_id    | regelnummer | debet_credit | vorig_referentie_nummer
        debet         | 1           | D            |
        credit        | 1           | C            | P1
        credit_zonder | 1           | C            |
        debet_met     | 1           | D            | P1
        """,
    "prestatie_antwoord": """
        bericht_id   | regelnummer | debet_credit | vorig_referentie_nummer
        terug_credit | 1           | C            | P1
        terug_zonder | 1           | C            |
        """,
}


def test_credit_without_and_debit_with_a_reference_are_wrong_in_declaration_and_answer(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["credit_zonder", "debet_met", "terug_zonder"])
