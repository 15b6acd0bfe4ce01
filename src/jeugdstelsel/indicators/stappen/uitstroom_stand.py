"""Trajecten that ended, per cell and period."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "uitstroom_stand",
        "Trajecten die eindigden, per vak en periode.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("beeindigd", "integer", "ended trajecten"),
            Column("voortijdig", "integer", "of which before the plan was done: JZ588 32, 33, 34, 35"),
            Column("eenzijdig", "integer", "of which by one side: JZ588 32, 33"),
            Column("met_duur", "integer", "ended trajecten with a known duration"),
            Column("duur", "integer", "sum of their days"),
            Column("gevolgd", "integer", "ended trajecten that were followed to the end of the term"),
            Column("terug", "integer", "of which the young person started a new traject within the term"),
        ),
    ),
    needs=("traject_feit", "groep_cel", "maand_periode"),
    sql="""
        WITH
        einde AS (
            SELECT
                t.*,
                -- first day after the half years in which we look for a new traject
                plus_maanden(eerste_van_maand(t.laatste_dag),
                    6 * (1 + $herhaald_volgtermijn_halfjaren) - CAST(extract(month FROM t.laatste_dag) - 1
                        AS BIGINT) % 6) AS volg_tot
            FROM traject_feit t
            WHERE t.maand_uitstroom IS NOT NULL
        ),
        feit AS (
            SELECT
                groep, maand_uitstroom AS maand, 1 AS beeindigd,
                CASE WHEN reden IN ('32', '33', '34', '35') THEN 1 ELSE 0 END AS voortijdig,
                CASE WHEN reden IN ('32', '33') THEN 1 ELSE 0 END AS eenzijdig,
                CASE WHEN duur IS NOT NULL THEN 1 ELSE 0 END AS met_duur, coalesce(duur, 0) AS duur,
                CASE WHEN volg_tot <= plus_dagen($peildatum, 1) THEN 1 ELSE 0 END AS gevolgd, 0 AS terug
            FROM einde
            UNION ALL
            SELECT e.groep, e.maand_uitstroom, 0, 0, 0, 0, 0, 0, 1
            FROM einde e
            WHERE e.volg_tot <= plus_dagen($peildatum, 1)
              AND EXISTS (
                  SELECT 1 FROM traject_feit nieuw
                  WHERE nieuw.persoon = e.persoon AND nieuw.eerste_start > e.laatste_dag
                      AND nieuw.eerste_start < e.volg_tot)
        ),
        per_maand AS (
            SELECT
                c.cel, f.maand, sum(f.beeindigd) AS beeindigd, sum(f.voortijdig) AS voortijdig,
                sum(f.eenzijdig) AS eenzijdig,
                sum(f.met_duur) AS met_duur, sum(f.duur) AS duur, sum(f.gevolgd) AS gevolgd, sum(f.terug) AS terug
            FROM feit f
            JOIN groep_cel c ON c.groep = f.groep
            GROUP BY c.cel, f.maand
        )
        SELECT
            m.cel, p.periode, CAST(sum(m.beeindigd) AS BIGINT) AS beeindigd,
            CAST(sum(m.voortijdig) AS BIGINT) AS voortijdig,
            CAST(sum(m.eenzijdig) AS BIGINT) AS eenzijdig, CAST(sum(m.met_duur) AS BIGINT) AS met_duur,
            CAST(sum(m.duur) AS BIGINT) AS duur, CAST(sum(m.gevolgd) AS BIGINT) AS gevolgd,
            CAST(sum(m.terug) AS BIGINT) AS terug
        FROM per_maand m
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY m.cel, p.periode
    """,
)
