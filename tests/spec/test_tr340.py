"""Spec of TR340."""

from conftest import Spec

from jeugdstelsel.rules.tr340 import RULE

title = "TR340: de code is de toegewezen code"
tables = {
    "reeks_prestatie": """
        bericht_id | regelnummer | toewijzing | product_code | toegewezen_code
        gelijk     | 1           | ja         | 45A04        | 45A04
        anders     | 1           | ja         | 45A05        | 45A04
        aspecifiek | 1           | ja         | 45A05        |
        onbekend   | 1           | nee        | 45A05        |
        """,
}


def test_another_code_is_wrong_unless_none_was_assigned(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["anders"])
