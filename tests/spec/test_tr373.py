"""Spec of TR373."""

from conftest import Spec

from jeugdstelsel.rules.tr373 import RULE

title = "TR373: een budget of totaal wijzigen gaat over de hele looptijd"
tables = {
    "reeks_wijziging": """
        bericht_id         | regelnummer | soort       | toewijzing | gewenste_ingangsdatum | toegewezen_ingangsdatum | frequentie | budget
        budget_vanaf_begin | 1           | te_wijzigen | ja         | 2026-02-02            | 2026-02-02              |            | 80000
        budget_later       | 1           | te_wijzigen | ja         | 2026-06-01            | 2026-02-02              |            | 80000
        totaal_later       | 1           | te_wijzigen | ja         | 2026-06-01            | 2026-02-02              | 6          |
        week_later         | 1           | te_wijzigen | ja         | 2026-06-01            | 2026-02-02              | 2          |
        nieuw              | 1           | nieuw       | nee        | 2026-06-01            |                         | 6          |
        """,
}


def test_a_budget_or_total_changes_from_the_first_day(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], ["budget_later", "totaal_later"])
