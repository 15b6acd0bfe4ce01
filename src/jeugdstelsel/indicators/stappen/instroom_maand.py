"""Trajecten that began, per cell and month."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "instroom_maand",
        "Trajecten die begonnen, per vak en maand.",
        key=("cel", "maand"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("maand", "integer", "month of the window"),
            Column("gestart", "integer", "started trajecten"),
            Column("herhaald", "integer", "of which the young person had help before, in the years looked back"),
        ),
    ),
    needs=("traject_feit", "groep_cel"),
    sums=True,
    sql="""
        WITH
        feit AS (
            SELECT t.groep, t.maand_instroom AS maand, 1 AS gestart, 0 AS herhaald
            FROM traject_feit t
            WHERE t.maand_instroom IS NOT NULL
            UNION ALL
            SELECT t.groep, t.maand_instroom, 0, 1
            FROM traject_feit t
            WHERE t.maand_instroom IS NOT NULL
              AND EXISTS (
                  SELECT 1 FROM traject_feit eerder
                  WHERE eerder.persoon = t.persoon
                    AND eerder.eerste_start < t.eerste_start
                    AND coalesce(eerder.laatste_dag, $peildatum) >= plus_maanden(t.eerste_start,
                        -$herhaald_terugblik_maanden))
        )
        SELECT
            c.cel, f.maand, CAST(sum(f.gestart) AS BIGINT) AS gestart, CAST(sum(f.herhaald) AS BIGINT) AS herhaald
        FROM feit f
        JOIN groep_cel c ON c.groep = f.groep
        GROUP BY c.cel, f.maand
    """,
)
