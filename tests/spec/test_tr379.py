"""Spec of TR379."""

from conftest import Spec

from jeugdstelsel.rules.tr379 import RULE

title = "TR379: een toewijzing noemt alleen een referentie van een verzoek"
tables = {
    "reeks_verzoek": """
        bericht_id | gemeente | aanbieder | client | regelnummer | klasse  | referentie_aanbieder | volgorde | geldig
        v1         | 0034     | 99990001  | k1     | 1           | Verzoek | R1                   | 1        | ja
        v2         | 0034     | 99990001  | k1     | 1           | Verzoek | R2                   | 1        | nee
        """,
    "reeks_toewijzing": """
        bericht_id    | gemeente | aanbieder | client | regelnummer | referentie_aanbieder | volgorde
        honoreert     | 0034     | 99990001  | k1     | 1           | R1                   | 2
        zonder        | 0034     | 99990001  | k1     | 1           |                      | 2
        onbekend      | 0034     | 99990001  | k1     | 1           | R9                   | 2
        van_afgekeurd | 0034     | 99990001  | k1     | 1           | R2                   | 2
        """,
}


def test_the_request_must_exist(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["onbekend", "van_afgekeurd"])
