"""Spec of TR349."""

from conftest import Spec

from jeugdstelsel.rules.tr349 import RULE

title = "TR349: een verzoek om wijziging noemt alle actuele toewijzingen"
tables = {
    "reeks_toewijzing": """
        bericht_id | gemeente | aanbieder | regelnummer | client | toewijzing_nummer | einddatum  | reden_wijziging | volgorde | actueel | tot
        t1         | 0034     | 99990001  | 1           | k1     | 1                 | 2026-06-30 |                 | 1        | ja      |
        t2         | 0034     | 99990001  | 1           | k1     | 2                 |            |                 | 1        | ja      |
        t3         | 0034     | 99990001  | 1           | k1     | 3                 | 2026-05-17 |                 | 1        | ja      |
        t4         | 0034     | 99990001  | 1           | k1     | 4                 | 2026-02-02 |                 | 1        | ja      | 2
        t5         | 0034     | 99990001  | 1           | k1     | 4                 | 2026-02-02 | 13              | 2        | ja      |
        t6         | 0034     | 99990001  | 1           | k2     | 6                 |            |                 | 1        | ja      |
        t7         | 0034     | 99990001  | 1           | k1     | 7                 |            |                 | 9        | ja      |
        """,
    "reeks_verzoek": """
        bericht_id | gemeente | aanbieder | client | regelnummer | klasse             | volgorde | dagtekening
        volledig   | 0034     | 99990001  | k1     | 1           | Verzoek            | 3        | 2026-05-18
        onvolledig | 0034     | 99990001  | k1     | 1           | Verzoek            | 3        | 2026-05-18
        geen_vow   | 0034     | 99990001  | k1     | 1           | AangevraagdProduct | 3        | 2026-05-18
        """,
    "reeks_wijziging": """
        bericht_id | soort       | regelnummer | toewijzing_nummer
        volledig   | ongewijzigd | 1           | 1
        volledig   | te_wijzigen | 1           | 2
        onvolledig | ongewijzigd | 1           | 1
        """,
}


def test_ended_removed_and_later_ones_need_no_mention(spec: Spec) -> None:
    spec(tables, RULE.violations["Verzoek"], ["onvolledig"])
