"""Spec of TR365."""

from conftest import Spec

from jeugdstelsel.rules.tr365 import RULE

title = "TR365: na een afwijzing komt geen antwoord meer"
tables = {
    "reeks_antwoord": """
        bericht_id     | gemeente | aanbieder | regelnummer | referentie_aanbieder | verzoek_antwoord | volgorde | geldig
        onderzoek      | 0034     | 99990001  | 1           | R1                   | 2                | 1        | ja
        afwijzing      | 0034     | 99990001  | 1           | R1                   | 1                | 2        | ja
        weer_afwijzing | 0034     | 99990001  | 1           | R1                   | 1                | 3        | ja
        afgekeurd      | 0034     | 99990001  | 1           | R2                   | 1                | 4        | nee
        eerste         | 0034     | 99990001  | 1           | R2                   | 1                | 5        | ja
        """,
}


def test_only_in_onderzoek_may_come_before(spec: Spec) -> None:
    spec(tables, RULE.violations["Antwoord"], ["weer_afwijzing"])
