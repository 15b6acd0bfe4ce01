"""Spec of TR360."""

from conftest import Spec

from jeugdstelsel.rules.tr360 import RULE

title = "TR360: 'in onderzoek' is hoogstens het eerste antwoord"
tables = {
    "reeks_antwoord": """
        bericht_id     | gemeente | aanbieder | regelnummer | referentie_aanbieder | verzoek_antwoord | volgorde | geldig
        onderzoek      | 0034     | 99990001  | 1           | R1                   | 2                | 1        | ja
        weer_onderzoek | 0034     | 99990001  | 1           | R1                   | 2                | 2        | ja
        afwijzing      | 0034     | 99990001  | 1           | R1                   | 1                | 3        | ja
        afgekeurd      | 0034     | 99990001  | 1           | R2                   | 2                | 4        | nee
        onderzoek_2    | 0034     | 99990001  | 1           | R2                   | 2                | 5        | ja
        """,
}


def test_a_second_time_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Antwoord"], ["weer_onderzoek"])
