"""Costs of a cell per provider and month."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_aanbieder",
        "Kosten van een vak per aanbieder en maand.",
        key=("cel", "maand", "aanbieder"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("maand", "integer", "month of the window"),
            Column("aanbieder", "text", "AGB code"),
            Column("netto", "integer", "eurocent; a row in which nothing is left is not there"),
        ),
    ),
    needs=("kosten_maand", "groep", "groep_cel"),
    sums=True,
    sql="""
        SELECT c.cel, k.maand, g.aanbieder, CAST(sum(k.netto) AS BIGINT) AS netto
        FROM kosten_maand k
        JOIN groep g ON g.groep = k.groep
        JOIN groep_cel c ON c.groep = k.groep AND c.eigen
        GROUP BY c.cel, k.maand, g.aanbieder
        HAVING sum(k.netto) <> 0
    """,
)
