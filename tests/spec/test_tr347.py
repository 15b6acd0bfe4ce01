"""Spec of TR347."""

from conftest import Spec

from jeugdstelsel.rules.tr347 import RULE

title = "TR347: een aanbieder gebruikt een referentie voor één verzoek"
tables = {
    "reeks_verzoek": """
        bericht_id       | gemeente | client | regelnummer | klasse             | aanbieder | referentie_aanbieder | volgorde | geldig
        eerste           | 0034     | k1     | 1           | AangevraagdProduct | 99990001  | R1                   | 1        | ja
        weer_vot         | 0034     | k1     | 1           | AangevraagdProduct | 99990001  | R1                   | 2        | ja
        weer_vow         | 0034     | k1     | 1           | Verzoek            | 99990001  | R1                   | 3        | ja
        andere_aanbieder | 0034     | k1     | 1           | AangevraagdProduct | 99990002  | R1                   | 4        | ja
        afgekeurd        | 0034     | k1     | 1           | Verzoek            | 99990001  | R2                   | 5        | nee
        opnieuw          | 0034     | k1     | 1           | Verzoek            | 99990001  | R2                   | 6        | ja
        """,
}


def test_a_second_request_for_products_with_the_reference_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["weer_vot"])


def test_a_second_request_for_change_with_the_reference_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Verzoek"], ["weer_vow"])
