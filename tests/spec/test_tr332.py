"""Spec of TR332."""

from conftest import Spec

from jeugdstelsel.rules.tr332 import RULE

title = "TR332: een toewijzingsnummer hoort bij één jeugdige, aanbieder, product en ingangsdatum"
tables = {
    "reeks_toewijzing": """
        bericht_id       | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | product_categorie | product_code | ingangsdatum | volgorde | geldig
        eerste           | 1           | 0034     | 99990001  | k1     | 1                 | 45                | 45A04        | 2026-02-02   | 1        | ja
        verlengd         | 1           | 0034     | 99990001  | k1     | 1                 | 45                | 45A04        | 2026-02-02   | 2        | ja
        ander_kind       | 1           | 0034     | 99990001  | k2     | 1                 | 45                | 45A04        | 2026-02-02   | 3        | ja
        andere_aanbieder | 1           | 0034     | 99990002  | k1     | 1                 | 45                | 45A04        | 2026-02-02   | 4        | ja
        andere_code      | 1           | 0034     | 99990001  | k1     | 1                 | 45                |              | 2026-02-02   | 5        | ja
        andere_dag       | 1           | 0034     | 99990001  | k1     | 1                 | 45                | 45A04        | 2026-03-02   | 6        | ja
        andere_gemeente  | 1           | 0035     | 99990001  | k2     | 1                 | 41                | 41A03        | 2026-02-02   | 7        | ja
        afgekeurd        | 1           | 0034     | 99990001  | k2     | 2                 | 45                | 45A04        | 2026-02-02   | 8        | nee
        na_afgekeurd     | 1           | 0034     | 99990001  | k1     | 2                 | 45                | 45A04        | 2026-02-02   | 9        | ja
        """,
}


def test_a_later_version_keeps_what_the_number_stands_for(spec: Spec) -> None:
    spec(tables, RULE.violations["ToegewezenProduct"], ["ander_kind", "andere_aanbieder", "andere_code", "andere_dag"])
