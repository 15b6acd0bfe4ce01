"""Spec of TR369."""

from conftest import Spec

from jeugdstelsel.rules.tr369 import RULE

title = "TR369: wat gedeclareerd is blijft binnen het budget"
tables = {
    "reeks_prestatie": """
        bericht_id    | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | debet_credit | ingediend_bedrag | plek | geldig | toegewezen_budget
        eerste        | 1           | 0034     | 99990001  | k1     | 1                 | D            | 30000            | 1    | ja     | 50000
        te_veel       | 1           | 0034     | 99990001  | k1     | 1                 | D            | 20001            | 2    | nee    | 50000
        tot_de_cent   | 1           | 0034     | 99990001  | k1     | 1                 | D            | 20000            | 3    | ja     | 50000
        credit        | 1           | 0034     | 99990001  | k1     | 1                 | C            | 30000            | 4    | ja     | 50000
        weer_ruimte   | 1           | 0034     | 99990001  | k1     | 1                 | D            | 30000            | 5    | ja     | 50000
        zonder_budget | 1           | 0034     | 99990001  | k1     | 2                 | D            | 90000            | 6    | ja     |
        """,
}


def test_a_cent_too_much_is_wrong_and_a_credit_gives_room(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["te_veel"])
