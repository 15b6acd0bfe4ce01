"""Spec of TR302."""

from conftest import Spec

from jeugdstelsel.rules.tr302 import RULE

title = "TR302: toewijzingen van hetzelfde product overlappen niet"
tables = {
    "toegewezen_product": """
        bericht_id         | regelnummer | product_categorie | product_code | ingangsdatum | einddatum  | reden_wijziging
        aansluitend        | 1           | 45                | 45A04        | 2026-01-01   | 2026-01-31 |
        aansluitend        | 2           | 45                | 45A04        | 2026-02-01   |            |
        andere_code        | 1           | 45                | 45A04        | 2026-01-01   |            |
        andere_code        | 2           | 45                | 45A05        | 2026-01-01   |            |
        andere_categorie   | 1           | 45                |              | 2026-01-01   |            |
        andere_categorie   | 2           | 44                |              | 2026-01-01   |            |
        een_dag_samen      | 1           | 45                | 45A04        | 2026-01-01   | 2026-01-31 |
        een_dag_samen      | 2           | 45                | 45A04        | 2026-01-31   | 2026-02-28 |
        eerder_in_de_tijd  | 1           | 45                | 45A04        | 2026-03-01   |            |
        eerder_in_de_tijd  | 2           | 45                | 45A04        | 2026-01-01   | 2026-03-01 |
        eerder_afgelopen   | 1           | 45                | 45A04        | 2026-03-01   |            |
        eerder_afgelopen   | 2           | 45                | 45A04        | 2026-01-01   | 2026-02-28 |
        open_einde         | 1           | 45                | 45A04        | 2026-01-01   |            |
        open_einde         | 2           | 45                | 45A04        | 2030-01-01   |            |
        zonder_code        | 1           | 45                | 45A04        | 2026-01-01   |            |
        zonder_code        | 2           | 45                |              | 2026-02-01   |            |
        zonder_product     | 1           | 45                | 45A04        | 2026-01-01   |            |
        zonder_product     | 2           |                   |              | 2026-02-01   |            |
        drie_keer          | 1           | 45                | 45A04        | 2026-01-01   |            |
        drie_keer          | 2           | 45                | 45A04        | 2026-02-01   |            |
        drie_keer          | 3           | 45                | 45A04        | 2026-03-01   |            |
        vervallen          | 1           | 45                | 45A04        | 2026-01-01   |            |
        vervallen          | 2           | 45                | 45A04        | 2026-02-01   | 2026-02-01 | 01
        verkort            | 1           | 45                | 45A04        | 2026-01-01   |            |
        verkort            | 2           | 45                | 45A04        | 2026-02-01   | 2026-02-01 | 05
        verwijderd         | 1           | 45                | 45A04        | 2026-01-01   |            |
        verwijderd         | 2           | 45                | 45A04        | 2026-02-01   | 2026-02-01 | 13
        langer_dan_een_dag | 1           | 45                | 45A04        | 2026-01-01   |            |
        langer_dan_een_dag | 2           | 45                | 45A04        | 2026-02-01   | 2026-02-02 | 13
        open_met_reden_13  | 1           | 45                | 45A04        | 2026-01-01   |            |
        open_met_reden_13  | 2           | 45                | 45A04        | 2026-02-01   |            | 13
        """,
}


def test_each_row_that_overlaps_an_earlier_one_is_named_once(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["ToegewezenProduct"],
        [
            ("een_dag_samen", 2),
            ("eerder_in_de_tijd", 2),
            ("open_einde", 2),
            ("zonder_code", 2),
            ("zonder_product", 2),
            ("drie_keer", 2),
            ("drie_keer", 3),
            ("verkort", 2),
            ("langer_dan_een_dag", 2),
            ("open_met_reden_13", 2),
        ],
    )
