"""The cells in which a combination counts, one per level."""

from jeugdstelsel.indicators.populaties import VAK
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "groep_cel",
        "De vakken waarin een combinatie telt, één per niveau.",
        key=("groep", "cel"),
        columns=(
            Column("groep", "integer", "combination"),
            Column("cel", "integer", "cell"),
            Column("eigen", "boolean", "whether facts known per product and of all products together count here"),
        ),
    ),
    needs=("groep_niveau",),
    sql=f"SELECT groep, {VAK} AS cel, eigen FROM groep_niveau",
)
