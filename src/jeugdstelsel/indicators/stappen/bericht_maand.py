"""The months in which a kind of message went between a gemeente and a provider."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "bericht_maand",
        "De maanden waarin een soort bericht tussen gemeente en aanbieder ging.",
        key=("gemeente", "aanbieder", "berichtsoort", "begin"),
        columns=(
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("berichtsoort", "text", "JW301, JW302, ..."),
            Column("begin", "date", "first day of the month"),
        ),
    ),
    needs=("bericht",),
    sql="""
        SELECT DISTINCT gemeente, aanbieder, berichtsoort, eerste_van_maand(dagtekening) AS begin
        FROM bericht
    """,
)
