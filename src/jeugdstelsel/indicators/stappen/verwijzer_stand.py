"""How many trajecten started through a verwijzer, and how many different young people they concern."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "verwijzer_stand",
        "Hoeveel trajecten via een verwijzer begonnen, en van hoeveel verschillende jongeren.",
        key=("cel", "periode", "verwijzer"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("verwijzer", "text", "COD327 or 'onbekend'"),
            Column("gestart", "integer", "started trajecten"),
            Column("jongeren", "integer", "different young people"),
        ),
    ),
    needs=("verwijzer_maanden", "periode"),
    sql="""
        SELECT
            t.cel, p.periode, t.verwijzer,
            CAST(coalesce(sum(t.aantal) FILTER (WHERE t.soort = 'traject'), 0) AS BIGINT) AS gestart,
            CAST(coalesce(sum(t.aantal) FILTER (WHERE t.soort = 'jongere'), 0) AS BIGINT) AS jongeren
        FROM verwijzer_maanden t
        JOIN periode p ON (t.maanden & p.maanden) <> 0
        GROUP BY t.cel, p.periode, t.verwijzer
    """,
)
