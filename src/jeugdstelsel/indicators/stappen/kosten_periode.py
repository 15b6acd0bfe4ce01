"""Costs and billed lines per combination and period."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_periode",
        "Costs and billed lines per combination and period.",
        key=("groep", "periode"),
        columns=(
            Column("groep", "integer", "combination"),
            Column("periode", "text", "period"),
            Column("netto", "integer", "eurocent"),
            Column("prestaties", "integer", "billed lines"),
            Column("gekoppeld", "integer", "billed lines on a known toewijzing"),
        ),
    ),
    needs=("kosten_maand", "maand_periode"),
    sql="""
        SELECT
            k.groep, p.periode, CAST(sum(k.netto) AS BIGINT) AS netto, CAST(sum(k.prestaties) AS BIGINT) AS prestaties,
            CAST(sum(k.gekoppeld) AS BIGINT) AS gekoppeld
        FROM kosten_maand k
        JOIN maand_periode p ON p.maand = k.maand
        GROUP BY k.groep, p.periode
    """,
)
