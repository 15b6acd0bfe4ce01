"""Spec of CS318."""

from conftest import Spec

from jeugdstelsel.rules.cs318 import RULE

title = "CS318: de jeugdige is een natuurlijk persoon"
tables = {
    "client": """
        bericht_id  | regelnummer | naam_gebruik
        eigen       | 1           | 1
        organisatie | 1           | 6
        """,
}


def test_name_use_6_is_for_organisations(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], ["organisatie"])
