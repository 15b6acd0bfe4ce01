"""Trajecten that started, per cell and period."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "instroom_stand",
        "Trajecten die begonnen, per vak en periode.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("gestart", "integer", "started trajecten"),
            Column("herhaald", "integer", "of which the young person had help before, in the years looked back"),
        ),
    ),
    needs=("traject_feit", "groep_cel", "maand_periode"),
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
        ),
        per_maand AS (
            SELECT
                c.cel, f.maand, sum(f.gestart) AS gestart, sum(f.herhaald) AS herhaald
            FROM feit f
            JOIN groep_cel c ON c.groep = f.groep
            GROUP BY c.cel, f.maand
        )
        SELECT
            m.cel, p.periode, CAST(sum(m.gestart) AS BIGINT) AS gestart, CAST(sum(m.herhaald) AS BIGINT) AS herhaald
        FROM per_maand m
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY m.cel, p.periode
    """,
)
