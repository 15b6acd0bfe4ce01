"""Spec of TR385."""

from conftest import Spec

from jeugdstelsel.rules.tr385 import RULE

title = "TR385: een toewijzing met toegekende declaratieregels verdwijnt niet"
tables = {
    "reeks_prestatie": """
        bericht_id | regelnummer | gemeente | aanbieder | toewijzing_nummer | referentie_nummer | vorig_referentie_nummer | debet_credit | volgorde | geldig | toegekend_op
        d1         | 1           | 0034     | 99990001  | 1                 | P1                |                         | D            | 2        | ja     | 3
        d2         | 1           | 0034     | 99990001  | 2                 | P2                |                         | D            | 2        | ja     | 3
        d3         | 1           | 0034     | 99990001  | 2                 | P2C               | P2                      | C            | 4        | ja     |
        d4         | 1           | 0034     | 99990001  | 3                 | P3                |                         | D            | 2        | ja     |
        d5         | 1           | 0034     | 99990001  | 4                 | P4                |                         | D            | 2        | nee    | 3
        """,
    "reeks_toewijzing": """
        bericht_id            | gemeente | aanbieder | client | regelnummer | toewijzing_nummer | reden_wijziging | volgorde
        toegekend             | 0034     | 99990001  | k1     | 1           | 1                 | 13              | 5
        gecrediteerd          | 0034     | 99990001  | k1     | 1           | 2                 | 13              | 5
        nog_niet_gecrediteerd | 0034     | 99990001  | k1     | 1           | 2                 | 13              | 4
        niet_toegekend        | 0034     | 99990001  | k1     | 1           | 3                 | 13              | 5
        afgekeurd             | 0034     | 99990001  | k1     | 1           | 4                 | 13              | 5
        andere_reden          | 0034     | 99990001  | k1     | 1           | 1                 | 12              | 5
        """,
}


def test_granted_lines_must_be_credited_first(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["toegekend", "nog_niet_gecrediteerd"])
