"""Spec of CS339."""

from conftest import Spec

from jeugdstelsel.rules.cs339 import RULE

title = "CS339: bij euro's is het bedrag gelijk aan het volume"
tables = {
    "prestatie": """
        bericht_id | regelnummer | eenheid | geleverd_volume | ingediend_bedrag
        gelijk     | 1           | 83      | 5000            | 5000
        uur        | 1           | 04      | 10              | 90000
        te_hoog    | 1           | 83      | 5000            | 5001
        te_laag    | 1           | 83      | 5000            | 4999
        """,
}


def test_one_cent_more_or_less_is_wrong(spec: Spec) -> None:
    spec(tables, RULE.violations["Prestatie"], ["te_hoog", "te_laag"])
