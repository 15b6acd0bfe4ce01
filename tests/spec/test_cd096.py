"""Spec of CD096."""

from conftest import Spec

from jeugdstelsel.rules.cd096 import RULE

title = "CD096: een nieuw product zonder code heeft vanaf 2021 geen omvang"
tables = {
    "wijziging": """
        bericht_id       | soort       | regelnummer | product_code | volume | einddatum
        met_code         | nieuw       | 1           | 45A04        | 3      |
        zonder_omvang    | nieuw       | 1           |              |        |
        laatste_dag_2020 | nieuw       | 1           |              | 3      | 2020-12-31
        eerste_dag_2021  | nieuw       | 1           |              | 3      | 2021-01-01
        open_einde       | nieuw       | 1           |              | 3      |
        bestaand_product | te_wijzigen | 1           |              | 3      |
        """,
}


def test_the_last_day_decides_and_an_open_end_counts_as_later(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], ["eerste_dag_2021", "open_einde"])
