"""Spec of CD095."""

from conftest import Spec

from jeugdstelsel.rules.cd095 import RULE

title = "CD095: een aangevraagd product zonder code heeft vanaf 2021 geen omvang"
tables = {
    "aangevraagd_product": """
        bericht_id       | regelnummer | product_code | volume | toewijzing_einddatum
        met_code         | 1           | 45A04        | 3      |
        zonder_omvang    | 1           |              |        |
        laatste_dag_2020 | 1           |              | 3      | 2020-12-31
        eerste_dag_2021  | 1           |              | 3      | 2021-01-01
        open_einde       | 1           |              | 3      |
        """,
}


def test_the_last_day_decides_and_an_open_end_counts_as_later(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["eerste_dag_2021", "open_einde"])
