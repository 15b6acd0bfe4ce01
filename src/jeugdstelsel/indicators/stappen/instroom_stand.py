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
            Column("verwijzer_01", "integer", "started, with verwijzer 01"),
            Column("verwijzer_02", "integer", "started, with verwijzer 02"),
            Column("verwijzer_03", "integer", "started, with verwijzer 03"),
            Column("verwijzer_04", "integer", "started, with verwijzer 04"),
            Column("verwijzer_05", "integer", "started, with verwijzer 05"),
            Column("verwijzer_06", "integer", "started, with verwijzer 06"),
            Column("verwijzer_08", "integer", "started, with verwijzer 08"),
            Column("verwijzer_onbekend", "integer", "started, with verwijzer onbekend"),
        ),
    ),
    needs=("traject_feit", "groep_cel", "maand_periode"),
    sql="""
        WITH
        feit AS (
            SELECT t.groep, t.maand_instroom AS maand, t.verwijzer, 1 AS gestart, 0 AS herhaald
            FROM traject_feit t
            WHERE t.maand_instroom IS NOT NULL
            UNION ALL
            SELECT t.groep, t.maand_instroom, 'telt niet', 0, 1
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
                c.cel, f.maand, sum(f.gestart) AS gestart, sum(f.herhaald) AS herhaald,
                count(*) FILTER (WHERE f.verwijzer = '01') AS verwijzer_01,
                count(*) FILTER (WHERE f.verwijzer = '02') AS verwijzer_02,
                count(*) FILTER (WHERE f.verwijzer = '03') AS verwijzer_03,
                count(*) FILTER (WHERE f.verwijzer = '04') AS verwijzer_04,
                count(*) FILTER (WHERE f.verwijzer = '05') AS verwijzer_05,
                count(*) FILTER (WHERE f.verwijzer = '06') AS verwijzer_06,
                count(*) FILTER (WHERE f.verwijzer = '08') AS verwijzer_08,
                count(*) FILTER (WHERE f.verwijzer = 'onbekend') AS verwijzer_onbekend
            FROM feit f
            JOIN groep_cel c ON c.groep = f.groep
            GROUP BY c.cel, f.maand
        )
        SELECT
            m.cel, p.periode, CAST(sum(m.gestart) AS BIGINT) AS gestart, CAST(sum(m.herhaald) AS BIGINT) AS herhaald,
            CAST(sum(m.verwijzer_01) AS BIGINT) AS verwijzer_01,
            CAST(sum(m.verwijzer_02) AS BIGINT) AS verwijzer_02,
            CAST(sum(m.verwijzer_03) AS BIGINT) AS verwijzer_03,
            CAST(sum(m.verwijzer_04) AS BIGINT) AS verwijzer_04,
            CAST(sum(m.verwijzer_05) AS BIGINT) AS verwijzer_05,
            CAST(sum(m.verwijzer_06) AS BIGINT) AS verwijzer_06,
            CAST(sum(m.verwijzer_08) AS BIGINT) AS verwijzer_08,
            CAST(sum(m.verwijzer_onbekend) AS BIGINT) AS verwijzer_onbekend
        FROM per_maand m
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY m.cel, p.periode
    """,
)
