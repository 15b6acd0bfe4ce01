"""Spec of TR061."""

from conftest import Spec

from jeugdstelsel.rules.tr061 import RULE

title = "TR061: de jeugdige heeft een adres van soort 01, 02 of 03"
tables = {
    "bericht": """
        bericht_id         | berichtsoort
        brp                | JW301
        verblijf           | JW301
        ook_tijdelijk      | JW301
        alleen_tijdelijk   | JW301
        alleen_van_relatie | JW301
        start              | JW305
        """,
    "client": """
        bericht_id         | regelnummer
        brp                | 1
        verblijf           | 1
        ook_tijdelijk      | 1
        alleen_tijdelijk   | 1
        alleen_van_relatie | 1
        start              | 1
        """,
    "contact": """
        bericht_id         | regelnummer | van_relatie | soort
        brp                | 1           | 0           | 01
        verblijf           | 1           | 0           | 03
        ook_tijdelijk      | 1           | 0           | 04
        ook_tijdelijk      | 2           | 0           | 02
        alleen_tijdelijk   | 1           | 0           | 04
        alleen_van_relatie | 1           | 0           | 04
        alleen_van_relatie | 1           | 1           | 01
        """,
}


def test_a_temporary_address_or_the_address_of_a_relation_is_not_enough(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], ["alleen_tijdelijk", "alleen_van_relatie"])
