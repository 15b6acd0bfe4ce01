"""Spec of CS003."""

from conftest import Spec

from jeugdstelsel.rules.cs003 import RULE

title = "CS003: een einddatum ligt niet voor de begindatum"
tables = {
    "contact": """
        bericht_id   | regelnummer | van_relatie | begindatum | einddatum
        een_dag      | 1           | 0           | 2026-01-01 | 2026-01-01
        open         | 1           | 0           | 2026-01-01 |
        geen_periode | 1           | 0           |            |
        omgekeerd    | 1           | 0           | 2026-01-02 | 2026-01-01
        zonder_begin | 1           | 0           |            | 2026-01-01
        een_dag      | 2           | 2           | 2026-01-01 | 2026-01-01
        geen_periode | 2           | 2           |            |
        omgekeerd    | 2           | 2           | 2026-01-02 | 2026-01-01
        zonder_begin | 2           | 2           |            | 2026-01-01
        """,
    "toegewezen_product": """
        bericht_id | regelnummer | ingangsdatum | einddatum
        een_dag    | 1           | 2026-01-01   | 2026-01-01
        open       | 1           | 2026-01-01   |
        omgekeerd  | 1           | 2026-01-02   | 2026-01-01
        """,
    "aangevraagd_product": """
        bericht_id | regelnummer | toewijzing_ingangsdatum | toewijzing_einddatum
        een_dag    | 1           | 2026-01-01              | 2026-01-01
        open       | 1           | 2026-01-01              |
        omgekeerd  | 1           | 2026-01-02              | 2026-01-01
        """,
    "wijziging": """
        bericht_id | soort       | regelnummer | gewenste_ingangsdatum | einddatum
        een_dag    | te_wijzigen | 1           | 2026-01-01            | 2026-01-01
        een_dag    | nieuw       | 2           | 2026-01-01            | 2026-01-01
        open       | te_wijzigen | 1           | 2026-01-01            |
        open       | nieuw       | 2           | 2026-01-01            |
        omgekeerd  | te_wijzigen | 1           | 2026-01-02            | 2026-01-01
        omgekeerd  | nieuw       | 2           | 2026-01-02            | 2026-01-01
        """,
}


def test_a_contact_period_with_an_end_needs_a_begin(spec: Spec) -> None:
    spec(tables, RULE.violations["Contact"], [("omgekeerd", 1), ("zonder_begin", 1)])


def test_the_contact_of_a_relation(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie/Contact"], [("omgekeerd", 2), ("zonder_begin", 2)])


def test_a_toewijzing(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["omgekeerd"])


def test_a_request(spec: Spec) -> None:
    spec(tables, RULE.violations["AangevraagdProduct"], ["omgekeerd"])


def test_a_changed_product(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], [("omgekeerd", 1)])


def test_a_new_product(spec: Spec) -> None:
    spec(tables, RULE.violations["NieuwProduct"], [("omgekeerd", 2)])
