"""Spec of TR378."""

from conftest import Spec

from jeugdstelsel.rules.tr378 import RULE

title = "TR378: de gemeentecode bestaat of bestond"
tables = {
    "gemeente_code": """
        gemeente | geldig_van
        0034     |
        1978     | 2026-01-01
        """,
    "reeks_bericht": """
        bericht_id           | gemeente | dagtekening
        bekend               | 0034     | 2026-01-28
        onbekend             | 9999     | 2026-01-28
        nieuwe_code          | 1978     | 2026-01-28
        nieuwe_code_te_vroeg | 1978     | 2025-12-15
        nieuwe_code_vooruit  | 1978     | 2025-12-15
        """,
    "reeks_toewijzing": """
        bericht_id           | regelnummer | ingangsdatum
        nieuwe_code_vooruit  | 1           | 2026-01-01
        nieuwe_code_te_vroeg | 1           | 2025-12-20
        """,
    "reeks_antwoord": """
        bericht_id | woonplaats_gemeente
        a1         | 0034
        a2         | 9999
        a3         |
        """,
}


def test_a_new_code_counts_from_its_first_day_and_an_old_one_stays(spec: Spec) -> None:
    spec(tables, RULE.violations["Header"], ["onbekend", "nieuwe_code_te_vroeg"])


def test_the_gemeente_of_the_woonplaatsbeginsel_exists(spec: Spec) -> None:
    spec(tables, RULE.violations["Woonplaatsbeginsel"], ["a2"])
