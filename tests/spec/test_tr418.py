"""Spec of TR418."""

from conftest import Spec

from jeugdstelsel.rules.tr418 import RULE

title = "TR418: het tarief is het tarief in het contract"
tables = {
    "contract_product": """
        aanbieder | gemeente | product_categorie | product_code | tarief | eenheid | geldig_van | geldig_tot
        99990001  | 0034     | 45                | 45A04        | 9500   | 04      | 2025-01-01 | 2025-12-31
        99990001  | 0034     | 45                | 45A04        | 9875   | 04      | 2026-01-01 |
        """,
    "reeks_prestatie": """
        bericht_id            | regelnummer | debet_credit | product_categorie | product_code | gemeente | aanbieder | eenheid | product_tarief | begindatum
        gelijk                | 1           | D            | 45                | 45A04        | 0034     | 99990001  | 04      | 9875           | 2026-02-01
        oud_tarief            | 1           | D            | 45                | 45A04        | 0034     | 99990001  | 04      | 9500           | 2026-02-01
        vorig_jaar            | 1           | D            | 45                | 45A04        | 0034     | 99990001  | 04      | 9500           | 2025-12-01
        minuten               | 1           | D            | 45                | 45A04        | 0034     | 99990001  | 01      | 165            | 2026-02-01
        minuten_fout          | 1           | D            | 45                | 45A04        | 0034     | 99990001  | 01      | 164            | 2026-02-01
        euro                  | 1           | D            | 45                | 45A04        | 0034     | 99990001  | 83      |                | 2026-02-01
        niet_gecontracteerd   | 1           | D            | 45                | 45A04        | 0034     | 99990002  | 04      | 9875           | 2026-02-01
        gemeente_zonder_lijst | 1           | D            | 45                | 45A04        | 0363     | 99990001  | 04      | 1              | 2026-02-01
        """,
}


def test_the_rate_of_the_day_counts_and_gemeenten_without_list_are_not_judged(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["oud_tarief", "minuten_fout", "niet_gecontracteerd"])
