"""Spec of TR323."""

from conftest import Spec

from jeugdstelsel.rules.tr323 import RULE

title = "TR323: een credit hoort bij een toegekende debetprestatie"
tables = {
    "reeks_prestatie": """
        bericht_id         | regelnummer | gemeente | aanbieder | referentie_nummer | vorig_referentie_nummer | debet_credit | volgorde | geldig | toegekend_op
        debet              | 1           | 0034     | 99990001  | P1                |                         | D            | 1        | ja     | 2
        niet_toegekend     | 1           | 0034     | 99990001  | P2                |                         | D            | 1        | ja     |
        afgekeurd          | 1           | 0034     | 99990001  | P3                |                         | D            | 1        | nee    | 2
        credit             | 1           | 0034     | 99990001  | P1C               | P1                      | C            | 3        | ja     |
        te_vroeg           | 1           | 0034     | 99990001  | P1D               | P1                      | C            | 2        | ja     |
        van_niet_toegekend | 1           | 0034     | 99990001  | P2C               | P2                      | C            | 3        | ja     |
        van_afgekeurd      | 1           | 0034     | 99990001  | P3C               | P3                      | C            | 3        | ja     |
        van_credit         | 1           | 0034     | 99990001  | P4C               | P1C                     | C            | 5        | ja     |
        """,
}


def test_only_what_was_granted_before_can_be_credited(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["te_vroeg", "van_niet_toegekend", "van_afgekeurd", "van_credit"])
