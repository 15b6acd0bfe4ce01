"""Trajecten per cell and period: with help, running at the end, billed, and billed with a start."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "traject_telling",
        "Trajecten per vak en periode: met hulp, lopend aan het eind, gedeclareerd, en gedeclareerd met een start.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("trajecten", "integer", "with at least one day of help in the period"),
            Column("lopend", "integer", "with help on the last day of the period"),
            Column("gedeclareerd", "integer", "with costs in the period"),
            Column("gedeclareerd_gestart", "integer", "with costs in the period and a start"),
        ),
    ),
    needs=("traject_maanden", "periode"),
    sql="""
        SELECT
            t.cel, p.periode,
            CAST(coalesce(sum(t.aantal) FILTER (WHERE t.soort = 'actief'), 0) AS BIGINT) AS trajecten,
            CAST(coalesce(sum(t.aantal) FILTER (WHERE t.soort = 'lopend'), 0) AS BIGINT) AS lopend,
            CAST(coalesce(sum(t.aantal) FILTER (WHERE t.soort = 'gedeclareerd'), 0) AS BIGINT) AS gedeclareerd,
            CAST(coalesce(sum(t.gestart), 0) AS BIGINT) AS gedeclareerd_gestart
        FROM traject_maanden t
        JOIN periode p ON (t.maanden & CASE WHEN t.soort = 'lopend' THEN p.slotmaand ELSE p.maanden END) <> 0
        GROUP BY t.cel, p.periode
    """,
)
