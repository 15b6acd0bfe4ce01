"""Costs and billed lines per combination and month."""

from jeugdstelsel.indicators.populaties import GROEP
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_maand",
        "Kosten en gedeclareerde regels per combinatie en maand.",
        key=("groep", "maand"),
        columns=(
            Column("groep", "integer", "combination"),
            Column("maand", "integer", "month of the window"),
            Column("netto", "integer", "eurocent"),
            Column("prestaties", "integer", "billed lines"),
            Column("gekoppeld", "integer", "billed lines on a known toewijzing"),
        ),
    ),
    needs=("kosten_groep",),
    sql=f"""
        SELECT
            {GROEP} AS groep, maand, netto, prestaties, gekoppeld
        FROM kosten_groep
        UNION ALL
        SELECT
            getal_van_vier(gemeente, aanbieder, 'n.v.t.', 'n.v.t.'), maand, CAST(sum(netto) AS BIGINT),
            CAST(sum(prestaties) AS BIGINT), CAST(sum(gekoppeld) AS BIGINT)
        FROM kosten_groep
        GROUP BY gemeente, aanbieder, maand
    """,
)
