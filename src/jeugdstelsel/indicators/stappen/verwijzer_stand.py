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
    needs=("traject_feit", "groep_cel", "maand", "maand_periode", "periode"),
    sql="""
        WITH
        per_persoon AS (
            SELECT t.persoon, c.cel, t.verwijzer, bit_or(m.bit) AS maanden
            FROM traject_feit t
            JOIN maand m ON m.maand = t.maand_instroom
            JOIN groep_cel c ON c.groep = t.groep
            GROUP BY t.persoon, c.cel, t.verwijzer
        ),
        per_maand AS (
            SELECT c.cel, t.maand_instroom AS maand, t.verwijzer, count(*) AS gestart
            FROM traject_feit t
            JOIN groep_cel c ON c.groep = t.groep
            WHERE t.maand_instroom IS NOT NULL
            GROUP BY c.cel, t.maand_instroom, t.verwijzer
        ),
        telling AS (
            SELECT t.cel, p.periode, t.verwijzer, 0 AS gestart, t.aantal AS jongeren
            FROM (
                SELECT cel, verwijzer, maanden, count(*) AS aantal FROM per_persoon GROUP BY cel, verwijzer, maanden
            ) t
            JOIN periode p ON (t.maanden & p.maanden) <> 0
            UNION ALL
            SELECT t.cel, p.periode, t.verwijzer, t.gestart, 0
            FROM per_maand t
            JOIN maand_periode p ON p.maand = t.maand
        )
        SELECT
            cel, periode, verwijzer, CAST(sum(gestart) AS BIGINT) AS gestart, CAST(sum(jongeren) AS BIGINT) AS jongeren
        FROM telling
        GROUP BY cel, periode, verwijzer
    """,
)
