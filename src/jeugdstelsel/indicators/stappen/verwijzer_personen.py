"""How many different young people started a traject through a verwijzer."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "verwijzer_personen",
        "Hoeveel verschillende jongeren via een verwijzer een traject begonnen.",
        key=("cel", "periode", "verwijzer"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("verwijzer", "text", "COD327 or 'onbekend'"),
            Column("aantal", "integer", "different young people"),
        ),
    ),
    needs=("traject_feit", "groep_cel", "periode"),
    sql="""
        WITH
        per_persoon AS (
            SELECT t.persoon, c.cel, t.verwijzer, bit_or(maandmasker(t.maand_instroom, t.maand_instroom)) AS maanden
            FROM traject_feit t
            JOIN groep_cel c ON c.groep = t.groep
            WHERE t.maand_instroom IS NOT NULL
            GROUP BY t.persoon, c.cel, t.verwijzer
        ),
        telling AS (
            SELECT cel, verwijzer, maanden, count(*) AS aantal FROM per_persoon GROUP BY cel, verwijzer, maanden
        )
        SELECT t.cel, p.periode, t.verwijzer, CAST(sum(t.aantal) AS BIGINT) AS aantal
        FROM telling t
        JOIN periode p ON (t.maanden & p.maanden) <> 0
        GROUP BY t.cel, p.periode, t.verwijzer
    """,
)
