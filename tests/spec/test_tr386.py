"""Spec of TR386."""

from conftest import Spec

from jeugdstelsel.rules.tr386 import RULE

title = "TR386: aanvragen voor hetzelfde product overlappen niet"
tables = {
    "aangevraagd_product": """
        bericht_id        | regelnummer | product_categorie | product_code | toewijzing_ingangsdatum | toewijzing_einddatum
        aansluitend       | 1           | 45                | 45A04        | 2026-01-01              | 2026-01-31
        aansluitend       | 2           | 45                | 45A04        | 2026-02-01              |
        andere_code       | 1           | 45                | 45A04        | 2026-01-01              |
        andere_code       | 2           | 45                | 45A05        | 2026-01-01              |
        andere_categorie  | 1           | 45                |              | 2026-01-01              |
        andere_categorie  | 2           | 44                |              | 2026-01-01              |
        een_dag_samen     | 1           | 45                | 45A04        | 2026-01-01              | 2026-01-31
        een_dag_samen     | 2           | 45                | 45A04        | 2026-01-31              | 2026-02-28
        eerder_in_de_tijd | 1           | 45                | 45A04        | 2026-03-01              |
        eerder_in_de_tijd | 2           | 45                | 45A04        | 2026-01-01              | 2026-03-01
        eerder_afgelopen  | 1           | 45                | 45A04        | 2026-03-01              |
        eerder_afgelopen  | 2           | 45                | 45A04        | 2026-01-01              | 2026-02-28
        open_einde        | 1           | 45                | 45A04        | 2026-01-01              |
        open_einde        | 2           | 45                | 45A04        | 2030-01-01              |
        zonder_code       | 1           | 45                | 45A04        | 2026-01-01              |
        zonder_code       | 2           | 45                |              | 2026-02-01              |
        zonder_product    | 1           | 45                | 45A04        | 2026-01-01              |
        zonder_product    | 2           |                   |              | 2026-02-01              |
        drie_keer         | 1           | 45                | 45A04        | 2026-01-01              |
        drie_keer         | 2           | 45                | 45A04        | 2026-02-01              |
        drie_keer         | 3           | 45                | 45A04        | 2026-03-01              |
        """,
}


def test_each_row_that_overlaps_an_earlier_one_is_named_once(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["AangevraagdProduct"],
        [
            ("een_dag_samen", 2),
            ("eerder_in_de_tijd", 2),
            ("open_einde", 2),
            ("zonder_code", 2),
            ("zonder_product", 2),
            ("drie_keer", 2),
            ("drie_keer", 3),
        ],
    )
