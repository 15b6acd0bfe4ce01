"""Spec of TR377."""

from conftest import Spec

from jeugdstelsel.rules.tr377 import RULE

title = "TR377: een afwijzing op het woonplaatsbeginsel noemt de andere gemeente"
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


def test_reason_8_needs_the_gemeente(spec: Spec) -> None:
    spec(tables, RULE.violations["Antwoord"], ["woonplaats_zonder"])
