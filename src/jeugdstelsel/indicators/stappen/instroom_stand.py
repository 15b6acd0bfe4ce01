"""Trajecten that started, per cell and period."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "instroom_stand",
        "Trajecten die begonnen, per vak en periode.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("gestart", "integer", "started trajecten"),
            Column("herhaald", "integer", "of which the young person had help before, in the years looked back"),
        ),
    ),
    needs=("instroom_maand", "maand_periode"),
    sql="""
        SELECT
            m.cel, p.periode, CAST(sum(m.gestart) AS BIGINT) AS gestart, CAST(sum(m.herhaald) AS BIGINT) AS herhaald
        FROM instroom_maand m
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY m.cel, p.periode
    """,
)
