"""Spec of TR338."""

from conftest import Spec

from jeugdstelsel.rules.tr338 import RULE

title = "TR338: een prestatie hoort bij een toewijzing"
tables = {
    "reeks_prestatie": """
        bericht_id | regelnummer | toewijzing
        bekend     | 1           | ja
        onbekend   | 1           | nee
        """,
}


def test_a_prestatie_needs_a_toewijzing(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["onbekend"])
