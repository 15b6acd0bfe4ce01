"""Spec of CD067."""

from conftest import Spec

from jeugdstelsel.rules.cd067 import RULE

title = "CD067: een verwijzer zonder zorgverlenercode heeft een naam"
tables = {
    "aangevraagd_product": """
        bericht_id       | regelnummer | verwijzer_type | zorgverlener_code | verwijzer_naam
        huisarts_code    | 1           | 02             | ja                | nee
        huisarts_naam    | 1           | 02             | nee               | ja
        specialist_beide | 1           | 05             | ja                | ja
        jeugdarts_niets  | 1           | 03             | nee               | nee
        gemeente_niets   | 1           | 01             | nee               | nee
        gemeente_beide   | 1           | 01             | ja                | ja
        rechter_code     | 1           | 08             | ja                | nee
        """,
}


def test_types_02_to_05_have_at_least_one(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["jeugdarts_niets"])
