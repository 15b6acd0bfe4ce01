"""How many trajecten have the same months with help, running on the last day, or with costs."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "traject_maanden",
        "Hoeveel trajecten dezelfde maanden hebben: met hulp, lopend op de laatste dag, of gedeclareerd.",
        key=("soort", "cel", "maanden"),
        columns=(
            Column("soort", "text", "actief, lopend or gedeclareerd"),
            Column("cel", "integer", "cell"),
            Column("maanden", "integer", "bit per month of the window"),
            Column("aantal", "integer", "trajecten"),
            Column("gestart", "integer", "of those with costs: trajecten with a start"),
        ),
    ),
    needs=("traject_feit", "groep_cel"),
    sums=True,
    sql="""
        SELECT c.cel, t.actief AS maanden, 'actief' AS soort, count(*) AS aantal, 0 AS gestart
        FROM traject_feit t
        JOIN groep_cel c ON c.groep = t.groep
        WHERE t.actief <> 0
        GROUP BY c.cel, t.actief
        UNION ALL
        SELECT c.cel, t.lopend, 'lopend', count(*), 0
        FROM traject_feit t
        JOIN groep_cel c ON c.groep = t.groep
        WHERE t.lopend <> 0
        GROUP BY c.cel, t.lopend
        UNION ALL
        SELECT c.cel, t.gedeclareerd, 'gedeclareerd', count(*), count(t.eerste_start)
        FROM traject_feit t
        JOIN groep_cel c ON c.groep = t.groep
        WHERE t.gedeclareerd <> 0
        GROUP BY c.cel, t.gedeclareerd
    """,
)
