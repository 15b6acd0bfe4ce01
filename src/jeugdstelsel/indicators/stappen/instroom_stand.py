"""Trajecten that started, per cell and period."""

from jeugdstelsel.indicators.stappen.instroom_maand import STEP as PER_MAAND
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

GETALLEN = PER_MAAND.table.columns[len(PER_MAAND.table.key) :]

STEP = Step(
    Table(
        "instroom_stand",
        "Trajecten die begonnen, per vak en periode.",
        key=("cel", "periode"),
        columns=(Column("cel", "integer", "cell"), Column("periode", "text", "period"), *GETALLEN),
    ),
    needs=("instroom_maand", "maand_periode"),
    sql=f"""
        SELECT m.cel, p.periode, {", ".join(f"CAST(sum(m.{g.name}) AS BIGINT) AS {g.name}" for g in GETALLEN)}
        FROM instroom_maand m
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY m.cel, p.periode
    """,
)
