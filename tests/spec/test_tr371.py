"""Spec of TR371."""

from conftest import Spec

from jeugdstelsel.rules.tr371 import RULE

title = "TR371: het antwoord noemt de XsdVersie van de declaratie"
tables = {
    "reeks_declaratie_antwoord": """
        bericht_id    | gemeente | aanbieder | basisschema_versie | bericht_versie | declaratie_basisschema_versie | declaratie_bericht_versie
        gelijk        | 0034     | 99990001  | 1.0.0              | 1.0.1          | 1.0.0                         | 1.0.1
        andere_basis  | 0034     | 99990001  | 1.0.1              | 1.0.1          | 1.0.0                         | 1.0.1
        ander_bericht | 0034     | 99990001  | 1.0.0              | 1.0.0          | 1.0.0                         | 1.0.1
        onbekend      | 0034     | 99990001  | 1.0.0              | 1.0.0          |                               |
        """,
}


def test_both_versions_must_be_equal(spec: Spec) -> None:
    spec(tables, RULE.violations["Header"], ["andere_basis", "ander_bericht"])
