"""Trajecten that ended, per cell and period."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "uitstroom_stand",
        "Trajecten die eindigden, per vak en periode.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("beeindigd", "integer", "ended trajecten"),
            Column("voortijdig", "integer", "of which before the plan was done: JZ588 32, 33, 34, 35"),
            Column("eenzijdig", "integer", "of which by one side: JZ588 32, 33"),
            Column("met_duur", "integer", "ended trajecten with a known duration"),
            Column("duur", "integer", "sum of their days"),
            Column("gevolgd", "integer", "ended trajecten that were followed to the end of the term"),
            Column("terug", "integer", "of which the young person started a new traject within the term"),
        ),
    ),
    needs=("uitstroom_maand", "maand_periode"),
    sql="""
        SELECT
            m.cel, p.periode, CAST(sum(m.beeindigd) AS BIGINT) AS beeindigd,
            CAST(sum(m.voortijdig) AS BIGINT) AS voortijdig,
            CAST(sum(m.eenzijdig) AS BIGINT) AS eenzijdig, CAST(sum(m.met_duur) AS BIGINT) AS met_duur,
            CAST(sum(m.duur) AS BIGINT) AS duur, CAST(sum(m.gevolgd) AS BIGINT) AS gevolgd,
            CAST(sum(m.terug) AS BIGINT) AS terug
        FROM uitstroom_maand m
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY m.cel, p.periode
    """,
)
