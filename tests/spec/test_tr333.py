"""Spec of TR333."""

from conftest import Spec

from jeugdstelsel.rules.tr333 import RULE

title = "TR333: een aanbieder gebruikt een declaratienummer één keer"
tables = {
    "reeks_declaratie": """
        bericht_id       | gemeente | regelnummer | aanbieder | declaratie_nummer | volgorde | geldig
        eerste           | 0034     | 1           | 99990001  | D1                | 1        | ja
        tweede           | 0034     | 1           | 99990001  | D1                | 2        | ja
        andere_aanbieder | 0034     | 1           | 99990002  | D1                | 3        | ja
        afgekeurd        | 0034     | 1           | 99990001  | D2                | 4        | nee
        opnieuw          | 0034     | 1           | 99990001  | D2                | 5        | ja
        """,
}


def test_the_second_use_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Declaratie"], ["tweede"])
