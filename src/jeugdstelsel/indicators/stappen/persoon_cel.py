"""Per young person and cell the months in which something happened; whoever counts twice in a cell is one row."""

from jeugdstelsel.indicators.populaties import KOLOMMEN, SAMEN
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "persoon_cel",
        "Per jongere en vak de maanden waarin iets gebeurde; wie twee keer in een vak telt, is één rij.",
        key=("persoon", "cel"),
        columns=(
            Column("persoon", "integer", "young person"),
            Column("cel", "integer", "cell"),
            *KOLOMMEN,
        ),
    ),
    needs=("gebeurtenis", "groep_cel"),
    sql=f"""
        SELECT f.persoon, c.cel, {SAMEN}
        FROM gebeurtenis f
        JOIN groep_cel c ON c.groep = f.groep AND c.eigen
        GROUP BY f.persoon, c.cel
    """,
)
