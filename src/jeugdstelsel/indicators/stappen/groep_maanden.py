"""How many young people count in a combination in exactly the same months."""

from jeugdstelsel.indicators.populaties import KOLOMMEN, MAANDEN
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "groep_maanden",
        "Hoeveel jongeren in precies dezelfde maanden in een combinatie tellen.",
        key=("groep", *MAANDEN),
        columns=(
            Column("groep", "integer", "combination"),
            *KOLOMMEN,
            Column("aantal", "integer", "different young people"),
        ),
    ),
    needs=("gebeurtenis",),
    sums=True,
    sql=f"""
        SELECT groep, {", ".join(MAANDEN)}, count(*) AS aantal
        FROM gebeurtenis
        GROUP BY groep, {", ".join(MAANDEN)}
    """,
)
