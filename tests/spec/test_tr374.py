"""Spec of TR374."""

from conftest import Spec

from jeugdstelsel.rules.tr374 import RULE

title = "TR374: een aanbieder heeft hoogstens één open verzoek per jeugdige"
tables = {
    "reeks_verzoek": """
        bericht_id    | gemeente | aanbieder | klasse             | regelnummer | client | referentie_aanbieder | volgorde | geldig
        eerste        | 0034     | 99990001  | AangevraagdProduct | 1           | k1     | R1                   | 1        | ja
        te_vroeg      | 0034     | 99990001  | AangevraagdProduct | 1           | k1     | R2                   | 2        | nee
        in_onderzoek  | 0034     | 99990001  | AangevraagdProduct | 1           | k1     | R3                   | 4        | nee
        na_toewijzing | 0034     | 99990001  | AangevraagdProduct | 1           | k1     | R4                   | 6        | ja
        na_afwijzing  | 0034     | 99990001  | AangevraagdProduct | 1           | k1     | R5                   | 8        | ja
        ander_kind    | 0034     | 99990001  | AangevraagdProduct | 1           | k2     | R6                   | 9        | ja
        """,
    "reeks_antwoord": """
        bericht_id | gemeente | aanbieder | regelnummer | geldig | referentie_aanbieder | verzoek_antwoord | volgorde
        a1         | 0034     | 99990001  | 1           | ja     | R1                   | 2                | 3
        a2         | 0034     | 99990001  | 1           | ja     | R4                   | 1                | 7
        """,
    "reeks_toewijzing": """
        bericht_id | gemeente | aanbieder | client | regelnummer | geldig | referentie_aanbieder | volgorde
        t1         | 0034     | 99990001  | k1     | 1           | ja     | R1                   | 5
        """,
}


def test_only_a_toewijzing_or_a_rejection_closes_a_request(spec: Spec) -> None:
    spec(tables, RULE.violations[""], ["te_vroeg", "in_onderzoek"])
