"""Spec of TR384."""

from conftest import Spec

from jeugdstelsel.rules.tr384 import RULE

title = "TR384: niet declareren op een verwijderde toewijzing"
tables = {
    "reeks_prestatie": """
        bericht_id | regelnummer | toewijzing | debet_credit | toegewezen_reden
        gewoon     | 1           | ja         | D            |
        verwijderd | 1           | ja         | D            | 13
        verkort    | 1           | ja         | D            | 05
        credit     | 1           | ja         | C            | 13
        """,
}


def test_a_debit_on_a_removed_toewijzing_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["verwijderd"])
