"""How many different providers stand behind a value."""

from jeugdstelsel.indicators.populaties import tel_maanden, tel_perioden
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "aanbieders",
        "Hoeveel verschillende aanbieders achter een waarde staan.",
        key=("populatie", "cel", "periode"),
        columns=(
            Column("populatie", "text", "what the young people or providers have in common"),
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("aantal", "integer", "different providers"),
        ),
    ),
    needs=("aanbieder_cel", "periode"),
    sql=tel_perioden(f"({tel_maanden('aanbieder_cel')})"),
)
