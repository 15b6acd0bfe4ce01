"""Spec of TR339."""

from conftest import Spec

from jeugdstelsel.rules.tr339 import RULE

title = "TR339: de categorie is de toegewezen categorie"
tables = {
    "reeks_prestatie": """
        bericht_id | regelnummer | toewijzing | product_categorie | toegewezen_categorie
        gelijk     | 1           | ja         | 45                | 45
        anders     | 1           | ja         | 41                | 45
        generiek   | 1           | ja         | 41                |
        onbekend   | 1           | nee        | 41                |
        """,
}


def test_another_category_is_wrong_unless_none_was_assigned(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["anders"])
