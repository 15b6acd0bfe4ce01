"""Spec of CS338."""

from conftest import Spec

from jeugdstelsel.rules.cs338 import RULE

title = "CS338: etmaal, dagdeel, euro en stuks (inspanning) zijn vanaf 2021 niet per dag"
tables = {
    "toegewezen_product": """
        bericht_id      | regelnummer | eenheid | frequentie | einddatum
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
    "wijziging": """
        bericht_id      | soort       | regelnummer | eenheid | frequentie | einddatum
        uur_per_dag     | te_wijzigen | 1           | 04      | 1          |
        uur_per_dag     | nieuw       | 2           | 04      | 1          |
        etmaal_per_week | te_wijzigen | 1           | 14      | 2          | 2026-12-31
        etmaal_per_week | nieuw       | 2           | 14      | 2          | 2026-12-31
        stuks_totaal    | te_wijzigen | 1           | 84      | 6          |
        stuks_totaal    | nieuw       | 2           | 84      | 6          |
        euro_per_maand  | te_wijzigen | 1           | 83      | 4          |
        euro_per_maand  | nieuw       | 2           | 83      | 4          |
        dagdeel_2020    | te_wijzigen | 1           | 16      | 1          | 2020-12-31
        dagdeel_2020    | nieuw       | 2           | 16      | 1          | 2020-12-31
        etmaal_per_dag  | te_wijzigen | 1           | 14      | 1          |
        etmaal_per_dag  | nieuw       | 2           | 14      | 1          |
        dagdeel_2021    | te_wijzigen | 1           | 16      | 1          | 2021-01-01
        dagdeel_2021    | nieuw       | 2           | 16      | 1          | 2021-01-01
        euro_per_dag    | te_wijzigen | 1           | 83      | 1          |
        euro_per_dag    | nieuw       | 2           | 83      | 1          |
        stuks_per_dag   | te_wijzigen | 1           | 84      | 1          |
        stuks_per_dag   | nieuw       | 2           | 84      | 1          |
        """,
}


def test_a_toewijzing(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["ToegewezenProduct"],
        ["etmaal_per_dag", "dagdeel_2021", "euro_per_dag", "stuks_per_dag"],
    )


def test_a_changed_product(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["TeWijzigenProduct"],
        [("etmaal_per_dag", 1), ("dagdeel_2021", 1), ("euro_per_dag", 1), ("stuks_per_dag", 1)],
    )


def test_a_new_product(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["NieuwProduct"],
        [("etmaal_per_dag", 2), ("dagdeel_2021", 2), ("euro_per_dag", 2), ("stuks_per_dag", 2)],
    )
