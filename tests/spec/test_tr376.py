"""Spec of TR376."""

from conftest import Spec

from jeugdstelsel.rules.tr376 import RULE

title = "TR376: het declaratienummer in het antwoord bestaat"
tables = {
    "reeks_declaratie": """
        bericht_id | gemeente | aanbieder | regelnummer | declaratie_nummer | volgorde | geldig
        d1         | 0034     | 99990001  | 1           | D1                | 1        | ja
        d2         | 0034     | 99990001  | 1           | D2                | 1        | nee
        """,
    "reeks_declaratie_antwoord": """
        bericht_id    | gemeente | aanbieder | declaratie_nummer | volgorde
        bekend        | 0034     | 99990001  | D1                | 2
        afgekeurd     | 0034     | 99990001  | D2                | 2
        onbekend      | 0034     | 99990001  | DX                | 2
        alleen_header | 0034     | 99990001  |                   | 2
        te_vroeg      | 0034     | 99990001  | D1                | 1
        """,
}


def test_a_rejected_declaration_was_received_too(spec: Spec) -> None:
    spec(tables, RULE.violations["DeclaratieAntwoord"], ["onbekend", "te_vroeg"])
