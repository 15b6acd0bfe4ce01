"""Spec of CD068."""

from conftest import Spec

from jeugdstelsel.rules.cd068 import RULE

title = "CD068: een andere verwijzer dan 02-05 heeft geen zorgverlenercode"
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


def test_other_types_have_no_code(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["gemeente_beide", "rechter_code"])
