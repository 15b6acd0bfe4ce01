"""Spec of TR346."""

from conftest import Spec

from jeugdstelsel.rules.tr346 import RULE

title = "TR346: het bedrag is volume maal tarief"
tables = {
    "contract_product": """
        aanbieder | gemeente | product_categorie | product_code | tarief | eenheid | geldig_van | geldig_tot
        99990001  | 0034     | 45                | 45A04        | 9875   | 04      | 2026-01-01 |
        """,
    "reeks_prestatie": """
        bericht_id               | regelnummer | gemeente | product_categorie | product_code | begindatum | aanbieder | geleverd_volume | eenheid | product_tarief | ingediend_bedrag | toegewezen_eenheid
        uren                     | 1           | 0034     | 45                | 45A04        | 2026-02-01 | 99990001  | 4               | 04      | 9875           | 39500            | 04
        uren_fout                | 1           | 0034     | 45                | 45A04        | 2026-02-01 | 99990001  | 4               | 04      | 9875           | 39501            | 04
        euro                     | 1           | 0034     | 45                | 45A04        | 2026-02-01 | 99990001  | 500             | 83      |                | 400              | 83
        minuten                  | 1           | 0034     | 45                | 45A04        | 2026-02-01 | 99990001  | 240             | 01      | 165            | 39500            | 04
        minuten_maal_rond_tarief | 1           | 0034     | 45                | 45A04        | 2026-02-01 | 99990001  | 240             | 01      | 165            | 39600            | 04
        minuten_zonder_contract  | 1           | 0034     | 45                | 45A04        | 2026-02-01 | 99990002  | 240             | 01      | 165            | 39600            | 04
        minuten_onmogelijk       | 1           | 0034     | 45                | 45A04        | 2026-02-01 | 99990002  | 240             | 01      | 165            | 39800            | 04
        minuten_op_minuten       | 1           | 0034     | 45                | 45A04        | 2026-02-01 | 99990002  | 240             | 01      | 165            | 39599            | 01
        """,
}


def test_minutes_on_an_hourly_rate_may_differ_by_rounding_only_and_a_contract_tells_exactly(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["Prestatie"],
        ["uren_fout", "minuten_maal_rond_tarief", "minuten_onmogelijk", "minuten_op_minuten"],
    )
