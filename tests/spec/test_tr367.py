"""Spec of TR367."""

from conftest import Spec

from jeugdstelsel.rules.tr367 import RULE

title = "TR367: teruggestuurde waarden zijn gelijk aan de declaratie"
tables = {
    "reeks_prestatie": """
        bericht_id | toewijzing_nummer | product_categorie | product_code | begindatum | einddatum  | eenheid | debet_credit | regelnummer | referentie_nummer | geleverd_volume | product_tarief | ingediend_bedrag
        d1         | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 1           | P1                | 4               | 9875           | 39500
        d1         | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 1           | P2                | 500             |                | 500
        """,
    "reeks_prestatie_antwoord": """
        bericht_id | declaratie_bericht_id | toewijzing_nummer | product_categorie | product_code | begindatum | einddatum  | eenheid | debet_credit | regelnummer | referentie_nummer | geleverd_volume | product_tarief | ingediend_bedrag
        a1         | d1                    | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 1           | P1                | 4               | 9875           | 39500
        a1         | d1                    | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 2           | P1                | 5               | 9875           | 39500
        a1         | d1                    | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 3           | P1                | 4               | 9876           | 39500
        a1         | d1                    | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 4           | P1                | 4               | 9875           | 39501
        a1         | d1                    | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 5           | P2                | 500             |                | 500
        a1         | d1                    | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 6           | P2                | 500             | 1              | 500
        a1         | d1                    | 1                 | 45                | 45A04        | 2026-02-02 | 2026-02-28 | 04      | D            | 7           | P77               | 4               | 9875           | 39500
        """,
}


def test_any_other_value_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], [("a1", 2), ("a1", 3), ("a1", 4), ("a1", 6)])
