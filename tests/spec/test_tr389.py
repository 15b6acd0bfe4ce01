"""Spec of TR389."""

from conftest import Spec

from jeugdstelsel.rules.tr389 import RULE

title = "TR389: geen tweede debet zonder tussenliggende credit"
tables = {
    "reeks_prestatie": """
        bericht_id   | regelnummer | gemeente | aanbieder | product_categorie | product_code | begindatum | einddatum  | toewijzing_nummer | referentie_nummer | vorig_referentie_nummer | debet_credit | plek | geldig
        eerste       | 1           | 0034     | 99990001  | 45                | 45A04        | 2026-02-01 | 2026-02-28 | 1                 | P1                |                         | D            | 1    | ja
        tweede       | 1           | 0034     | 99990001  | 45                | 45A04        | 2026-02-01 | 2026-02-28 | 1                 | P2                |                         | D            | 2    | nee
        credit       | 1           | 0034     | 99990001  | 45                | 45A04        | 2026-02-01 | 2026-02-28 | 1                 | P1C               | P1                      | C            | 3    | ja
        na_credit    | 1           | 0034     | 99990001  | 45                | 45A04        | 2026-02-01 | 2026-02-28 | 1                 | P3                |                         | D            | 4    | ja
        vierde       | 1           | 0034     | 99990001  | 45                | 45A04        | 2026-02-01 | 2026-02-28 | 1                 | P4                |                         | D            | 5    | ja
        ander_nummer | 1           | 0034     | 99990001  | 45                | 45A04        | 2026-02-01 | 2026-02-28 | 2                 | P5                |                         | D            | 6    | ja
        afgekeurd    | 1           | 0034     | 99990001  | 45                | 45A04        | 2026-02-01 | 2026-02-28 | 3                 | P6                |                         | D            | 7    | nee
        na_afgekeurd | 1           | 0034     | 99990001  | 45                | 45A04        | 2026-02-01 | 2026-02-28 | 3                 | P7                |                         | D            | 8    | ja
        """,
}


def test_a_credit_makes_room_for_one_debit(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["tweede", "vierde"])
