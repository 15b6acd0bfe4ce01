"""Spec of TR409."""

from conftest import Spec

from jeugdstelsel.rules.tr409 import RULE

title = "TR409: alleen een afwijzing op het woonplaatsbeginsel noemt een andere gemeente"
tables = {
    "antwoord": """
        bericht_id        | regelnummer | verzoek_antwoord | reden_afwijzing_verzoek | woonplaats_gemeente
        afgewezen         | 1           | 1                | 2                       |
        in_onderzoek      | 1           | 2                |                         |
        zonder_reden      | 1           | 1                |                         |
        onderzoek_reden   | 1           | 2                | 2                       |
        woonplaats        | 1           | 1                | 8                       | 0363
        woonplaats_zonder | 1           | 1                | 8                       |
        andere_reden_met  | 1           | 1                | 5                       | 0363
        geen_reden_met    | 1           | 1                |                         | 0363
        """,
}


def test_another_reason_may_not_name_a_gemeente_but_no_reason_is_left_to_cd085(spec: Spec) -> None:
    spec(tables, RULE.violations["Antwoord"], ["andere_reden_met"])
