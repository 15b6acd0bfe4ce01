"""Spec of CD066."""

from conftest import Spec

from jeugdstelsel.rules.cd066 import RULE

title = "CD066: een verwijzer met zorgverlenercode heeft geen naam"
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


def test_types_02_to_05_have_code_or_name_not_both(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["specialist_beide"])
