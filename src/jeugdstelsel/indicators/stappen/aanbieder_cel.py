"""Per provider and cell the months in which something happened."""

from jeugdstelsel.indicators.populaties import KOLOMMEN, SAMEN
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "aanbieder_cel",
        "Per aanbieder en vak de maanden waarin iets gebeurde.",
        key=("aanbieder", "cel"),
        columns=(
            Column("aanbieder", "text", "AGB code"),
            Column("cel", "integer", "cell"),
            *KOLOMMEN,
        ),
    ),
    needs=("groep_maanden", "groep", "groep_cel"),
    sql=f"""
        WITH per_groep AS (
            SELECT groep, {SAMEN}
            FROM groep_maanden
            GROUP BY groep
        )
        SELECT g.aanbieder, c.cel, {SAMEN}
        FROM per_groep f
        JOIN groep g ON g.groep = f.groep
        JOIN groep_cel c ON c.groep = f.groep AND c.eigen
        GROUP BY g.aanbieder, c.cel
    """,
)
