"""Spec of CS343."""

from conftest import Spec

from jeugdstelsel.rules.cs343 import RULE

title = "CS343: een aangevraagd etmaal, dagdeel, euro of stuk (inspanning) is vanaf 2021 niet per dag"
tables = {
    "aangevraagd_product": """
        bericht_id      | regelnummer | eenheid | frequentie | toewijzing_einddatum
        uur_per_dag     | 1           | 04      | 1          |
        etmaal_per_week | 1           | 14      | 2          | 2026-12-31
        stuks_totaal    | 1           | 84      | 6          |
        euro_per_maand  | 1           | 83      | 4          |
        dagdeel_2020    | 1           | 16      | 1          | 2020-12-31
        etmaal_per_dag  | 1           | 14      | 1          |
        dagdeel_2021    | 1           | 16      | 1          | 2021-01-01
        euro_per_dag    | 1           | 83      | 1          |
        stuks_per_dag   | 1           | 84      | 1          |
        """,
}


def test_a_request(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["AangevraagdProduct"],
        ["etmaal_per_dag", "dagdeel_2021", "euro_per_dag", "stuks_per_dag"],
    )
