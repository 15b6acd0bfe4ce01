"""Costs of a cell per product code and month."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_code",
        "Kosten van een vak per productcode en maand.",
        key=("cel", "maand", "product_code"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("maand", "integer", "month of the window"),
            Column("product_code", "text", "known code"),
            Column("netto", "integer", "eurocent; a row in which nothing is left is not there"),
        ),
    ),
    needs=("kosten_maand", "groep", "groep_cel"),
    sums=True,
    sql="""
        SELECT c.cel, k.maand, g.product_code, CAST(sum(k.netto) AS BIGINT) AS netto
        FROM kosten_maand k
        JOIN groep g ON g.groep = k.groep
        JOIN groep_cel c ON c.groep = k.groep
        WHERE g.product_code NOT IN ('onbekend', 'n.v.t.')
        GROUP BY c.cel, k.maand, g.product_code
        HAVING sum(k.netto) <> 0
    """,
)
