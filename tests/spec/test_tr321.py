"""Spec of TR321."""

from conftest import Spec

from jeugdstelsel.rules.tr321 import RULE

title = "TR321: het volume van een prestatie past in de omvang voor die periode"
tables = {
    "reeks_prestatie": """
        bericht_id            | regelnummer | debet_credit | begindatum | einddatum  | geleverd_volume | eenheid | toegewezen_ingangsdatum | toegewezen_einddatum | toegewezen_volume | toegewezen_eenheid | toegewezen_frequentie
        week_4_uur_in_4_weken | 1           | D            | 2026-02-02 | 2026-02-28 | 8               | 04      | 2026-02-02              | 2026-06-30           | 2                 | 04                 | 2
        week_te_veel          | 1           | D            | 2026-02-02 | 2026-02-28 | 9               | 04      | 2026-02-02              | 2026-06-30           | 2                 | 04                 | 2
        week_credit           | 1           | C            | 2026-02-02 | 2026-02-28 | 9               | 04      | 2026-02-02              | 2026-06-30           | 2                 | 04                 | 2
        minuten               | 1           | D            | 2026-02-02 | 2026-02-28 | 480             | 01      | 2026-02-02              | 2026-06-30           | 2                 | 04                 | 2
        minuten_te_veel       | 1           | D            | 2026-02-02 | 2026-02-28 | 481             | 01      | 2026-02-02              | 2026-06-30           | 2                 | 04                 | 2
        dag                   | 1           | D            | 2026-02-02 | 2026-02-28 | 27              | 01      | 2026-02-02              |                      | 1                 | 01                 | 1
        dag_te_veel           | 1           | D            | 2026-02-02 | 2026-02-28 | 28              | 01      | 2026-02-02              |                      | 1                 | 01                 | 1
        maand                 | 1           | D            | 2026-02-02 | 2026-02-28 | 10              | 14      | 2026-02-02              |                      | 10                | 14                 | 4
        maand_te_veel         | 1           | D            | 2026-02-02 | 2026-02-28 | 11              | 14      | 2026-02-02              |                      | 10                | 14                 | 4
        totaal                | 1           | D            | 2026-02-02 | 2026-02-28 | 10              | 14      | 2026-02-02              | 2026-06-30           | 10                | 14                 | 6
        totaal_te_veel        | 1           | D            | 2026-02-02 | 2026-02-28 | 11              | 14      | 2026-02-02              | 2026-06-30           | 10                | 14                 | 6
        zondagen              | 1           | D            | 2026-02-02 | 2026-02-28 | 3               | 82      | 2026-02-02              | 2026-06-30           | 1                 | 82                 | 2
        zondagen_te_veel      | 1           | D            | 2026-02-02 | 2026-02-28 | 4               | 82      | 2026-02-02              | 2026-06-30           | 1                 | 82                 | 2
        andere_eenheid        | 1           | D            | 2026-02-02 | 2026-02-28 | 99              | 14      | 2026-02-02              | 2026-06-30           | 2                 | 04                 | 2
        zonder_omvang         | 1           | D            | 2026-02-02 | 2026-02-28 | 99              | 04      | 2026-02-02              | 2026-06-30           |                   |                    |
        """,
}


def test_each_frequency_has_its_own_maximum(spec: Spec) -> None:
    spec(
        tables,
        RULE.violations["Prestatie"],
        ["week_te_veel", "minuten_te_veel", "dag_te_veel", "maand_te_veel", "totaal_te_veel", "zondagen_te_veel"],
    )
