"""Spec of TR410."""

from conftest import Spec

from jeugdstelsel.rules.tr410 import RULE

title = "TR410: nieuwe producten van dezelfde soort overlappen niet"
tables = {
    "wijziging": """
        bericht_id        | soort       | regelnummer | product_categorie | product_code | gewenste_ingangsdatum | einddatum
        aansluitend       | nieuw       | 1           | 45                | 45A04        | 2026-01-01            | 2026-01-31
        aansluitend       | nieuw       | 2           | 45                | 45A04        | 2026-02-01            |
        andere_code       | nieuw       | 1           | 45                | 45A04        | 2026-01-01            |
        andere_code       | nieuw       | 2           | 45                | 45A05        | 2026-01-01            |
        andere_categorie  | nieuw       | 1           | 45                |              | 2026-01-01            |
        andere_categorie  | nieuw       | 2           | 44                |              | 2026-01-01            |
        een_dag_samen     | nieuw       | 1           | 45                | 45A04        | 2026-01-01            | 2026-01-31
        een_dag_samen     | nieuw       | 2           | 45                | 45A04        | 2026-01-31            | 2026-02-28
        eerder_in_de_tijd | nieuw       | 1           | 45                | 45A04        | 2026-03-01            |
        eerder_in_de_tijd | nieuw       | 2           | 45                | 45A04        | 2026-01-01            | 2026-03-01
        eerder_afgelopen  | nieuw       | 1           | 45                | 45A04        | 2026-03-01            |
        eerder_afgelopen  | nieuw       | 2           | 45                | 45A04        | 2026-01-01            | 2026-02-28
        open_einde        | nieuw       | 1           | 45                | 45A04        | 2026-01-01            |
        open_einde        | nieuw       | 2           | 45                | 45A04        | 2030-01-01            |
        zonder_code       | nieuw       | 1           | 45                | 45A04        | 2026-01-01            |
        zonder_code       | nieuw       | 2           | 45                |              | 2026-02-01            |
        zonder_product    | nieuw       | 1           | 45                | 45A04        | 2026-01-01            |
        zonder_product    | nieuw       | 2           |                   |              | 2026-02-01            |
        drie_keer         | nieuw       | 1           | 45                | 45A04        | 2026-01-01            |
        drie_keer         | nieuw       | 2           | 45                | 45A04        | 2026-02-01            |
        drie_keer         | nieuw       | 3           | 45                | 45A04        | 2026-03-01            |
        naast_bestaand    | te_wijzigen | 2           |                   |              | 2026-01-01            |
        naast_bestaand    | nieuw       | 1           | 45                | 45A04        | 2026-01-01            |
        """,
}


def test_each_row_that_overlaps_an_earlier_one_is_named_once(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["NieuwProduct"],
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
