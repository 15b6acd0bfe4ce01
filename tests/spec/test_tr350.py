"""Spec of TR350."""

from conftest import Spec

from jeugdstelsel.rules.tr350 import RULE

title = "TR350: een ongewijzigd product is actueel toegewezen"
tables = {
    "reeks_wijziging": """
        bericht_id   | regelnummer | soort       | actueel
        actueel      | 1           | ongewijzigd | ja
        verlopen     | 1           | ongewijzigd | nee
        andere_soort | 1           | te_wijzigen | nee
        """,
}


def test_the_toewijzing_must_be_actual(spec: Spec) -> None:
    spec(tables, RULE.violations["OngewijzigdProduct"], ["verlopen"])
