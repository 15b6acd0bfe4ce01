"""Spec of CD025."""

from conftest import Spec

from jeugdstelsel.rules.cd025 import RULE

title = "CD025: een Nederlands adres heeft een huisnummer"
tables = {
    "contact": """
        bericht_id | regelnummer | van_relatie | land_code | huis
        compleet   | 1           | 0           | NL        | ja
        belgie     | 1           | 0           | BE        | nee
        geen_adres | 1           | 0           |           | nee
        zonder     | 1           | 0           | NL        | nee
        compleet   | 2           | 2           | NL        | ja
        belgie     | 2           | 2           | BE        | nee
        geen_adres | 2           | 2           |           | nee
        zonder     | 2           | 2           | NL        | nee
        """,
}


def test_a_dutch_address_without_house_number_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], [("zonder", 1)])


def test_for_the_contact_of_a_relation_as_well(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie/Contact"], [("zonder", 2)])
