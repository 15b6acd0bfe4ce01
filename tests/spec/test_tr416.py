"""Spec of TR416."""

from conftest import Spec

from jeugdstelsel.rules.tr416 import RULE

title = "TR416: een jeugdige heeft een debetregel per toewijzing, product en periode"
tables = {
    "prestatie": """
        bericht_id       | regelnummer | client_regelnummer | toewijzing_nummer | product_categorie | product_code | begindatum | einddatum  | debet_credit
        met_credit       | 1           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        met_credit       | 2           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | C
        ander_nummer     | 1           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        ander_nummer     | 2           | 1                  | 2                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        andere_categorie | 1           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        andere_categorie | 2           | 1                  | 1                 | 46                | 45A04        | 2026-01-01 | 2026-01-31 | D
        andere_code      | 1           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        andere_code      | 2           | 1                  | 1                 | 45                | 45A05        | 2026-01-01 | 2026-01-31 | D
        ander_begin      | 1           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        ander_begin      | 2           | 1                  | 1                 | 45                | 45A04        | 2026-01-02 | 2026-01-31 | D
        ander_einde      | 1           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        ander_einde      | 2           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-30 | D
        andere_client    | 1           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        andere_client    | 2           | 2                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        dubbel           | 1           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        dubbel           | 2           | 1                  | 1                 | 45                | 45A04        | 2026-01-01 | 2026-01-31 | D
        """,
}


def test_the_second_debit_of_the_same_client_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("dubbel", 2)])
