"""Trajecten that ended, per cell and period."""

from jeugdstelsel.indicators.stappen.uitstroom_maand import STEP as PER_MAAND
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

GETALLEN = PER_MAAND.table.columns[len(PER_MAAND.table.key) :]

STEP = Step(
    Table(
        "uitstroom_stand",
        "Trajecten die eindigden, per vak en periode.",
        key=("cel", "periode"),
        columns=(Column("cel", "integer", "cell"), Column("periode", "text", "period"), *GETALLEN),
    ),
    needs=("uitstroom_maand", "maand_periode"),
    sql=f"""
        SELECT m.cel, p.periode, {", ".join(f"CAST(sum(m.{g.name}) AS BIGINT) AS {g.name}" for g in GETALLEN)}
        FROM uitstroom_maand m
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY m.cel, p.periode
    """,
)
