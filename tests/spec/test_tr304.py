"""Spec of TR304."""

from conftest import Spec

from jeugdstelsel.rules.tr304 import RULE

title = "TR304: de jeugdige is bekend bij de partij"
tables = {
    "reeks_toewijzing": """
        bericht_id | gemeente | aanbieder | regelnummer | client | toewijzing_nummer | volgorde | geldig
        t1         | 0034     | 99990001  | 1           | k1     | 300201            | 1        | ja
        t2         | 0034     | 99990001  | 1           | k1     | 300209            | 2        | nee
        """,
    "reeks_client": """
        bericht_id | gemeente | aanbieder | regelnummer | client | volgorde
        bekend     | 0034     | 99990001  | 1           | k1     | 3
        bekend     | 0034     | 99990001  | 2           | k2     | 3
        te_vroeg   | 0034     | 99990001  | 1           | k1     | 1
        """,
}


def test_a_young_person_without_an_earlier_toewijzing_is_unknown(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], [("bekend", 2), ("te_vroeg", 1)])
