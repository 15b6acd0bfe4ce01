"""Spec of TR322."""

from conftest import Spec

from jeugdstelsel.rules.tr322 import RULE

title = "TR322: alles wat gedeclareerd is past in de toegewezen omvang"
tables = {
    "reeks_prestatie": """
        bericht_id   | regelnummer | gemeente | aanbieder | client | toegewezen_volume | toegewezen_eenheid | toegewezen_frequentie | toegewezen_ingangsdatum | toegewezen_einddatum | toewijzing_nummer | debet_credit | geleverd_volume | eenheid | plek | geldig
        eerste       | 1           | 0034     | 99990001  | k1     | 10                | 04                 | 6                     | 2026-02-02              | 2026-06-30           | 1                 | D            | 6               | 04      | 1    | ja
        te_veel      | 1           | 0034     | 99990001  | k1     | 10                | 04                 | 6                     | 2026-02-02              | 2026-06-30           | 1                 | D            | 5               | 04      | 2    | nee
        past_nog     | 1           | 0034     | 99990001  | k1     | 10                | 04                 | 6                     | 2026-02-02              | 2026-06-30           | 1                 | D            | 4               | 04      | 3    | ja
        vol          | 1           | 0034     | 99990001  | k1     | 10                | 04                 | 6                     | 2026-02-02              | 2026-06-30           | 1                 | D            | 1               | 04      | 4    | nee
        credit       | 1           | 0034     | 99990001  | k1     | 10                | 04                 | 6                     | 2026-02-02              | 2026-06-30           | 1                 | C            | 6               | 04      | 5    | ja
        weer_ruimte  | 1           | 0034     | 99990001  | k1     | 10                | 04                 | 6                     | 2026-02-02              | 2026-06-30           | 1                 | D            | 6               | 04      | 6    | ja
        minuten      | 1           | 0034     | 99990001  | k1     | 10                | 04                 | 6                     | 2026-02-02              | 2026-06-30           | 1                 | D            | 1               | 01      | 7    | nee
        ander_nummer | 1           | 0034     | 99990001  | k1     | 10                | 04                 | 6                     | 2026-02-02              | 2026-06-30           | 2                 | D            | 10              | 04      | 8    | ja
        """,
}


def test_what_was_rejected_takes_no_room_and_a_credit_gives_room(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["te_veel", "vol", "minuten"])
