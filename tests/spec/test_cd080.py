"""Spec of CD080."""

from conftest import Spec

from jeugdstelsel.rules.cd080 import RULE

title = "CD080: een toegewezen product zonder code heeft vanaf 2021 geen omvang"
tables = {
    "toegewezen_product": """
        bericht_id       | regelnummer | product_code | volume | einddatum
        met_code         | 1           | 45A04        | 3      |
        zonder_omvang    | 1           |              |        |
        laatste_dag_2020 | 1           |              | 3      | 2020-12-31
        eerste_dag_2021  | 1           |              | 3      | 2021-01-01
        open_einde       | 1           |              | 3      |
        """,
}


def test_the_last_day_decides_and_an_open_end_counts_as_later(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["eerste_dag_2021", "open_einde"])
