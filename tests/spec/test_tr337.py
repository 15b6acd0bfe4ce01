"""Spec of TR337."""

from conftest import Spec

from jeugdstelsel.rules.tr337 import RULE

title = "TR337: een declaratieantwoord verwijst naar een ontvangen declaratie"
tables = {
    "reeks_declaratie_antwoord": """
        bericht_id          | gemeente | aanbieder | declaratie_bericht_id | technisch_afgekeurd
        bekend              | 0034     | 99990001  | d1                    | nee
        onbekend            | 0034     | 99990001  |                       | nee
        technisch_afgekeurd | 0034     | 99990001  |                       | ja
        """,
}


def test_an_unknown_declaration_is_wrong_unless_it_was_refused_as_a_message(spec: Spec) -> None:
    spec(tables, RULE.violations["Header"], ["onbekend"])
