"""How many young people count in a cell in the same months."""

from jeugdstelsel.indicators.populaties import tel_maanden
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "persoon_maanden",
        "Hoeveel jongeren in dezelfde maanden in een vak tellen.",
        key=("populatie", "cel", "maanden"),
        columns=(
            Column("populatie", "text", "what the young people or providers have in common"),
            Column("cel", "integer", "cell"),
            Column("maanden", "integer", "bit per month of the window"),
            Column("aantal", "integer", "different young people"),
        ),
    ),
    needs=("persoon_cel",),
    sums=True,
    sql=tel_maanden("persoon_cel"),
)
