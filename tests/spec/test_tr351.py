"""Spec of TR351."""

from conftest import Spec

from jeugdstelsel.rules.tr351 import RULE

title = "TR351: een te wijzigen product is actueel toegewezen"
tables = {
    "reeks_wijziging": """
        bericht_id   | regelnummer | soort       | actueel
        actueel      | 1           | te_wijzigen | ja
        verlopen     | 1           | te_wijzigen | nee
        andere_soort | 1           | ongewijzigd | nee
        """,
}


def test_the_toewijzing_must_be_actual(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], ["verlopen"])
