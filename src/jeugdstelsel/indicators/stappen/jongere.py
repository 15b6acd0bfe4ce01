"""A number for every young person, because numbers count faster than pseudonyms."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "jongere",
        "Een nummer voor elke jongere, omdat nummers sneller tellen dan pseudoniemen.",
        key=("persoon",),
        columns=(
            Column("client", "text", "pseudonym"),
            Column("persoon", "integer", "number"),
        ),
    ),
    needs=("traject", "kosten_reeks", "wachtende"),
    sql="""
        SELECT client, row_number() OVER (ORDER BY client NULLS LAST) AS persoon
        FROM (
            SELECT client FROM traject
            UNION SELECT client FROM kosten_reeks
            UNION SELECT client FROM wachtende
        ) c
    """,
)
