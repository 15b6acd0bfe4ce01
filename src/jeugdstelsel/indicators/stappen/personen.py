"""How many different young people stand behind a value."""

from jeugdstelsel.indicators.populaties import tel_perioden
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "personen",
        "Hoeveel verschillende jongeren achter een waarde staan.",
        key=("populatie", "cel", "periode"),
        columns=(
            Column("populatie", "text", "what the young people or providers have in common"),
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("aantal", "integer", "different young people"),
        ),
    ),
    needs=("persoon_maanden", "periode"),
    sql=tel_perioden("persoon_maanden"),
)
