"""Spec of TR357."""

from conftest import Spec

from jeugdstelsel.rules.tr357 import RULE

title = "TR357: een wijziging per een verstreken dag geldt vanaf de ingangsdatum"
tables = {
    "reeks_wijziging": """
        bericht_id      | regelnummer | dagtekening | soort       | toewijzing | gewenste_ingangsdatum | toegewezen_ingangsdatum
        vanaf_het_begin | 1           | 2026-05-18  | te_wijzigen | ja         | 2026-02-02            | 2026-02-02
        halverwege      | 1           | 2026-05-18  | te_wijzigen | ja         | 2026-05-18            | 2026-02-02
        later           | 1           | 2026-05-18  | te_wijzigen | ja         | 2026-05-19            | 2026-02-02
        nieuw           | 1           | 2026-05-18  | nieuw       | ja         | 2026-05-01            | 2026-02-02
        onbekend        | 1           | 2026-05-18  | te_wijzigen | nee        | 2026-05-01            |
        """,
}


def test_a_day_gone_by_must_be_the_first_day(spec: Spec) -> None:
    spec(tables, RULE.violations["TeWijzigenProduct"], ["halverwege"])
