"""Costs and billed lines per cell and period."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_stand",
        "Kosten en gedeclareerde regels per vak en periode.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("netto", "integer", "eurocent"),
            Column("prestaties", "integer", "billed lines"),
            Column("gekoppeld", "integer", "billed lines on a known toewijzing"),
        ),
    ),
    needs=("kosten_maand", "groep_cel", "maand_periode"),
    sql="""
        WITH per_maand AS (
            SELECT c.cel, k.maand, sum(k.netto) AS netto, sum(k.prestaties) AS prestaties, sum(k.gekoppeld) AS gekoppeld
            FROM kosten_maand k
            JOIN groep_cel c ON c.groep = k.groep AND c.eigen
            GROUP BY c.cel, k.maand
        )
        SELECT
            k.cel, p.periode, CAST(sum(k.netto) AS BIGINT) AS netto, CAST(sum(k.prestaties) AS BIGINT) AS prestaties,
            CAST(sum(k.gekoppeld) AS BIGINT) AS gekoppeld
        FROM per_maand k
        JOIN maand_periode p ON p.maand = k.maand
        GROUP BY k.cel, p.periode
    """,
)
