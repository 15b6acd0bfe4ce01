"""Spec of TR355."""

from conftest import Spec

from jeugdstelsel.rules.tr355 import RULE

title = "TR355: een antwoord verwijst naar een bestaand verzoek"
tables = {
    "reeks_verzoek": """
        bericht_id | gemeente | aanbieder | client | regelnummer | klasse  | referentie_aanbieder | volgorde | geldig
        v1         | 0034     | 99990001  | k1     | 1           | Verzoek | R1                   | 1        | ja
        v2         | 0034     | 99990001  | k1     | 1           | Verzoek | R2                   | 1        | nee
        """,
    "reeks_antwoord": """
        bericht_id   | gemeente | aanbieder | regelnummer | referentie_aanbieder | volgorde
        goed         | 0034     | 99990001  | 1           | R1                   | 2
        op_afgekeurd | 0034     | 99990001  | 1           | R2                   | 2
        onbekend     | 0034     | 99990001  | 1           | R3                   | 2
        te_vroeg     | 0034     | 99990001  | 1           | R1                   | 1
        """,
}


def test_the_request_must_have_come_before_and_stand(spec: Spec) -> None:
    spec(tables, RULE.violations["Antwoord"], ["op_afgekeurd", "onbekend", "te_vroeg"])
