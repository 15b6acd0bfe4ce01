"""How many trajecten a verwijzer started in a month, and how many young people in the same months."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "verwijzer_maanden",
        "Hoeveel trajecten in een maand via een verwijzer begonnen, en hoeveel jongeren in dezelfde maanden.",
        key=("soort", "cel", "verwijzer", "maanden"),
        columns=(
            Column("soort", "text", "traject or jongere"),
            Column("cel", "integer", "cell"),
            Column("verwijzer", "text", "COD327 or 'onbekend'"),
            Column("maanden", "integer", "bit per month of the window with a start"),
            Column("aantal", "integer", "started trajecten, or different young people"),
        ),
    ),
    needs=("traject_feit", "groep_cel", "maand"),
    sums=True,
    sql="""
        WITH
        begonnen AS (
            SELECT t.persoon, c.cel, t.verwijzer, m.bit, count(*) AS aantal
            FROM traject_feit t
            JOIN maand m ON m.maand = t.maand_instroom
            JOIN groep_cel c ON c.groep = t.groep
            GROUP BY t.persoon, c.cel, t.verwijzer, m.bit
        ),
        per_persoon AS (
            SELECT cel, verwijzer, bit_or(bit) AS maanden FROM begonnen GROUP BY persoon, cel, verwijzer
        )
        SELECT 'jongere' AS soort, cel, verwijzer, maanden, count(*) AS aantal
        FROM per_persoon
        GROUP BY cel, verwijzer, maanden
        UNION ALL
        SELECT 'traject', cel, verwijzer, bit, CAST(sum(aantal) AS BIGINT)
        FROM begonnen
        GROUP BY cel, verwijzer, bit
    """,
)
