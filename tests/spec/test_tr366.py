"""Spec of TR366."""

from conftest import Spec

from jeugdstelsel.rules.tr366 import RULE

title = "TR366: een teruggestuurde prestatie staat in de declaratie"
tables = {
    "reeks_prestatie": """
        bericht_id | gemeente | aanbieder | regelnummer | referentie_nummer | vorig_referentie_nummer
        d1         | 0034     | 99990001  | 1           | P1                |
        d1         | 0034     | 99990001  | 1           | P1C               | P1
        """,
    "reeks_prestatie_antwoord": """
        bericht_id | declaratie_bericht_id | regelnummer | referentie_nummer | vorig_referentie_nummer
        a1         | d1                    | 1           | P1                |
        a1         | d1                    | 2           | P1C               | P1
        a1         | d1                    | 3           | P77               |
        a1         | d1                    | 4           | P1C               | P2
        a2         | d2                    | 1           | P1                |
        a3         |                       | 1           | P1                |
        """,
}


def test_both_references_must_stand_in_the_declaration_that_is_answered(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("a1", 3), ("a1", 4), ("a2", 1), ("a3", 1)])
