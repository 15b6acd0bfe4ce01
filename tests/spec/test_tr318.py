"""Spec of TR318."""

from conftest import Spec

from jeugdstelsel.rules.tr318 import RULE

title = "TR318: een declaratie gaat niet over een maand vóór de laatst gedeclareerde"
tables = {
    "reeks_declaratie": """
        bericht_id        | gemeente | aanbieder | regelnummer | begindatum | volgorde | geldig
        februari          | 0034     | 99990001  | 1           | 2026-02-01 | 1        | ja
        nog_eens_februari | 0034     | 99990001  | 1           | 2026-02-01 | 2        | ja
        april             | 0034     | 99990001  | 1           | 2026-04-01 | 3        | ja
        maart             | 0034     | 99990001  | 1           | 2026-03-01 | 4        | ja
        afgekeurd         | 0034     | 99990001  | 1           | 2026-06-01 | 5        | nee
        mei               | 0034     | 99990001  | 1           | 2026-05-01 | 6        | ja
        """,
}


def test_the_same_month_and_a_gap_are_fine_going_back_is_not(spec: Spec) -> None:
    spec(tables, RULE.violations["Declaratie"], ["maart"])
