"""Spec of TR134."""

from conftest import Spec

from jeugdstelsel.rules.tr134 import RULE

title = "TR134: een datum die voorbij is, ligt niet na de dagtekening"
tables = {
    "bericht": """
        bericht_id | berichtsoort | dagtekening
        b1         | JW301        | 2026-01-31
        """,
    "client": """
        bericht_id | regelnummer | geboortedatum
        b1         | 1           | 2026-01-31
        b1         | 2           | 2026-02-01
        """,
    "relatie": """
        bericht_id | regelnummer | geboortedatum
        b1         | 1           | 2026-01-31
        b1         | 2           | 2026-02-01
        b1         | 3           |
        """,
    "toegewezen_product": """
        bericht_id | regelnummer | toewijzingsdatum
        b1         | 1           | 2026-01-31
        b1         | 2           | 2026-02-01
        """,
    "melding": """
        bericht_id | soort | regelnummer | begindatum | einddatum
        b1         | start | 1           | 2026-01-31 |
        b1         | start | 2           | 2026-02-01 |
        b1         | stop  | 1           | 2026-02-01 | 2026-01-31
        b1         | stop  | 2           | 2026-01-01 | 2026-02-01
        """,
    "declaratie": """
        bericht_id | regelnummer | begindatum | einddatum
        b1         | 1           | 2026-01-31 | 2026-02-28
        b1         | 2           | 2026-02-01 | 2026-02-28
        """,
    "prestatie": """
        bericht_id | regelnummer | begindatum | einddatum
        b1         | 1           | 2026-01-31 | 2026-02-28
        b1         | 2           | 2026-02-01 | 2026-02-28
        """,
    "prestatie_antwoord": """
        bericht_id | regelnummer | begindatum | einddatum
        b1         | 3           | 2026-01-31 | 2026-02-28
        b1         | 4           | 2026-02-01 | 2026-02-28
        """,
}


def test_born_on_the_day_of_the_message_is_fine(spec: Spec) -> None:
    spec(tables, RULE.violations["Client"], [("b1", 2)])


def test_a_relation(spec: Spec) -> None:
    spec(tables, RULE.violations["Relatie"], [("b1", 2)])


def test_assigned_on_the_day_of_the_message_is_fine(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], [("b1", 2)])


def test_a_start(spec: Spec) -> None:
    spec(tables, RULE.violations["StartProduct"], [("b1", 2)])


def test_of_a_stop_only_the_last_day_counts(spec: Spec) -> None:
    spec(tables, RULE.violations["StopProduct"], [("b1", 2)])


def test_the_first_day_of_the_declared_month(spec: Spec) -> None:
    spec(tables, RULE.violations["Declaratie"], [("b1", 2)])


def test_the_first_day_of_a_prestatie_in_declaration_and_answer(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("b1", 2), ("b1", 4)])
