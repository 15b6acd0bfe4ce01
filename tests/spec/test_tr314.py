"""Spec of TR314."""

from conftest import Spec

from jeugdstelsel.rules.tr314 import RULE

title = "TR314: een aanbieder gebruikt een referentienummer één keer"
tables = {
    "reeks_prestatie": """
        bericht_id       | regelnummer | aanbieder | referentie_nummer | plek | geldig
        d1               | 1           | 99990001  | P1                | 1    | ja
        d1               | 2           | 99990001  | P1                | 2    | ja
        d2               | 1           | 99990001  | P1                | 3    | ja
        andere_aanbieder | 1           | 99990002  | P1                | 4    | ja
        afgekeurd        | 1           | 99990001  | P2                | 5    | nee
        opnieuw          | 1           | 99990001  | P2                | 6    | ja
        """,
}


def test_the_second_use_is_wrong_also_in_one_message(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("d1", 2), ("d2", 1)])
