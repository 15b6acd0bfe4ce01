"""Spec of CD087."""

from conftest import Spec

from jeugdstelsel.rules.cd087 import RULE

title = "CD087: een prestatie heeft een tarief, behalve bij euro's"
tables = {
    "prestatie": """
        bericht_id      | regelnummer | eenheid | product_tarief
        uur             | 1           | 04      | 9000
        gratis_uur      | 1           | 04      | 0
        euro            | 1           | 83      |
        uur_zonder      | 1           | 04      |
        euro_met_tarief | 1           | 83      | 100
        """,
}


def test_a_rate_belongs_to_every_unit_but_euros(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["uur_zonder", "euro_met_tarief"])
