"""Spec of TR359."""

from conftest import Spec

from jeugdstelsel.rules.tr359 import RULE

title = "TR359: geen antwoord na een toewijzing op hetzelfde verzoek"
tables = {
    "reeks_toewijzing": """
        bericht_id | gemeente | aanbieder | client | regelnummer | referentie_aanbieder | volgorde | geldig
        t1         | 0034     | 99990001  | k1     | 1           | R1                   | 2        | ja
        t2         | 0034     | 99990001  | k1     | 1           | R2                   | 2        | nee
        """,
    "reeks_antwoord": """
        bericht_id    | gemeente | aanbieder | regelnummer | referentie_aanbieder | volgorde
        na            | 0034     | 99990001  | 1           | R1                   | 3
        voor          | 0034     | 99990001  | 1           | R1                   | 1
        na_afgekeurde | 0034     | 99990001  | 1           | R2                   | 3
        """,
}


def test_the_toewijzing_is_the_last_word(spec: Spec) -> None:
    spec(tables, RULE.violations["Antwoord"], ["na"])
