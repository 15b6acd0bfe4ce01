"""Spec of TR390."""

from conftest import Spec

from jeugdstelsel.rules.tr390 import RULE

title = "TR390: een prestatie wordt één keer gecrediteerd"
tables = {
    "reeks_prestatie": """
        bericht_id | regelnummer | gemeente | aanbieder | vorig_referentie_nummer | debet_credit | plek | geldig
        debet      | 1           | 0034     | 99990001  |                         | D            | 1    | ja
        credit     | 1           | 0034     | 99990001  | P1                      | C            | 2    | ja
        weer       | 1           | 0034     | 99990001  | P1                      | C            | 3    | ja
        afgekeurd  | 1           | 0034     | 99990001  | P2                      | C            | 4    | nee
        opnieuw    | 1           | 0034     | 99990001  | P2                      | C            | 5    | ja
        """,
}


def test_the_second_credit_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["weer"])
