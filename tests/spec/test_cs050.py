"""Spec of CS050."""

from conftest import Spec

from jeugdstelsel.rules.cs050 import RULE

title = "CS050: naamgebruik past bij het hebben van een partnernaam"
tables = {
    "client": """
        bericht_id         | regelnummer | naam_gebruik | partnernaam
        eigen              | 1           | 1            | nee
        eigen_van_twee     | 1           | 1            | ja
        partner            | 1           | 2            | ja
        partner_eigen      | 1           | 3            | ja
        eigen_partner      | 1           | 4            | ja
        organisatie        | 1           | 6            | nee
        geen_naam          | 1           |              | nee
        zonder_partner     | 1           | 2            | nee
        organisatie_fout   | 1           | 6            | ja
        pseudoniem         | 1           | 5            | nee
        pseudoniem_partner | 1           | 5            | ja
        """,
    "relatie": """
        bericht_id         | regelnummer | naam_gebruik | partnernaam
        eigen              | 1           | 1            | nee
        eigen_van_twee     | 1           | 1            | ja
        partner            | 1           | 2            | ja
        partner_eigen      | 1           | 3            | ja
        eigen_partner      | 1           | 4            | ja
        organisatie        | 1           | 6            | nee
        geen_naam          | 1           |              | nee
        zonder_partner     | 1           | 2            | nee
        organisatie_fout   | 1           | 6            | ja
        pseudoniem         | 1           | 5            | nee
        pseudoniem_partner | 1           | 5            | ja
        """,
}


def test_a_pseudonym_is_never_right(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], ["zonder_partner", "organisatie_fout", "pseudoniem", "pseudoniem_partner"])


def test_relations_as_well(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie"], ["zonder_partner", "organisatie_fout", "pseudoniem", "pseudoniem_partner"])
