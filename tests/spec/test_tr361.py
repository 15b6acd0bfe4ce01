"""Spec of TR361."""

from conftest import Spec

from jeugdstelsel.rules.tr361 import RULE

title = "TR361: een verzoek om wijziging leidt niet tot overlap"
tables = {
    "reeks_verzoek": """
        bericht_id  | regelnummer | klasse
        goed        | 1           | Verzoek
        overlap     | 1           | Verzoek
        sluit_aan   | 1           | Verzoek
        andere_code | 1           | Verzoek
        zonder_code | 1           | Verzoek
        """,
    "reeks_wijziging": """
        bericht_id  | soort       | regelnummer | toewijzing | product_categorie | product_code | gewenste_ingangsdatum | einddatum  | toegewezen_categorie | toegewezen_code | toegewezen_ingangsdatum | toegewezen_einddatum
        goed        | te_wijzigen | 1           | ja         |                   |              | 2026-06-01            | 2026-09-30 | 45                   | 45A04           | 2026-02-02              | 2026-06-30
        goed        | nieuw       | 1           | nee        | 41                | 41A03        | 2026-06-01            |            |                      |                 |                         |
        overlap     | ongewijzigd | 1           | ja         |                   |              |                       |            | 45                   | 45A04           | 2026-02-02              | 2026-06-30
        overlap     | nieuw       | 1           | nee        | 45                | 45A04        | 2026-06-30            |            |                      |                 |                         |
        sluit_aan   | ongewijzigd | 1           | ja         |                   |              |                       |            | 45                   | 45A04           | 2026-02-02              | 2026-06-30
        sluit_aan   | nieuw       | 1           | nee        | 45                | 45A04        | 2026-07-01            |            |                      |                 |                         |
        andere_code | ongewijzigd | 1           | ja         |                   |              |                       |            | 45                   | 45A04           | 2026-02-02              |
        andere_code | nieuw       | 1           | nee        | 45                | 45A05        | 2026-07-01            |            |                      |                 |                         |
        zonder_code | ongewijzigd | 1           | ja         |                   |              |                       |            | 45                   |                 | 2026-02-02              |
        zonder_code | nieuw       | 1           | nee        | 45                | 45A05        | 2026-07-01            |            |                      |                 |                         |
        """,
}


def test_the_same_product_may_follow_but_not_overlap(spec: Spec) -> None:
    spec(tables, RULE.violations["Verzoek"], ["overlap", "zonder_code"])
