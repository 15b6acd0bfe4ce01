"""Spec of CD068."""

from conftest import Spec

from jeugdstelsel.rules.cd068 import RULE

title = "CD068: een andere verwijzer dan 02-05 heeft geen zorgverlenercode"
tables = {
    "aangevraagd_product": """
        bericht_id       | regelnummer | verwijzer_type | zorgverlener_code | verwijzer_naam
        huisarts_code    | 1           | 02             | ja                | nee
        huisarts_naam    | 1           | 02             | nee               | ja
        huisarts_beide   | 1           | 02             | ja                | ja
        huisarts_niets   | 1           | 02             | nee               | nee
        jeugdarts_code   | 1           | 03             | ja                | nee
        jeugdarts_naam   | 1           | 03             | nee               | ja
        jeugdarts_beide  | 1           | 03             | ja                | ja
        jeugdarts_niets  | 1           | 03             | nee               | nee
        gi_code          | 1           | 04             | ja                | nee
        gi_naam          | 1           | 04             | nee               | ja
        gi_beide         | 1           | 04             | ja                | ja
        gi_niets         | 1           | 04             | nee               | nee
        specialist_code  | 1           | 05             | ja                | nee
        specialist_naam  | 1           | 05             | nee               | ja
        specialist_beide | 1           | 05             | ja                | ja
        specialist_niets | 1           | 05             | nee               | nee
        gemeente_code    | 1           | 01             | ja                | nee
        gemeente_naam    | 1           | 01             | nee               | ja
        gemeente_beide   | 1           | 01             | ja                | ja
        gemeente_niets   | 1           | 01             | nee               | nee
        rechter_code     | 1           | 08             | ja                | nee
        rechter_naam     | 1           | 08             | nee               | ja
        rechter_beide    | 1           | 08             | ja                | ja
        rechter_niets    | 1           | 08             | nee               | nee
        """,
}


def test_other_types_have_no_code(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["AangevraagdProduct"],
        ["gemeente_code", "gemeente_beide", "rechter_code", "rechter_beide"],
    )
