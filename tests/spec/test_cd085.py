"""Spec of CD085."""

from conftest import Spec

from jeugdstelsel.rules.cd085 import RULE

title = "CD085: een afwijzing heeft een reden"
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


def test_a_rejection_without_a_reason_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Antwoord"], ["zonder_reden", "geen_reden_met"])
