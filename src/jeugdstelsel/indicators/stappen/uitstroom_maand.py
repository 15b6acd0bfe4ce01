"""Trajecten that ended, per cell and month."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "uitstroom_maand",
        "Trajecten die eindigden, per vak en maand.",
        key=("cel", "maand"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("maand", "integer", "month of the window"),
            Column("beeindigd", "integer", "ended trajecten"),
            Column("voortijdig", "integer", "of which before the plan was done: JZ588 32, 33, 34, 35"),
            Column("eenzijdig", "integer", "of which by one side: JZ588 32, 33"),
            Column("met_duur", "integer", "ended trajecten with a known duration"),
            Column("duur", "integer", "sum of their days"),
            Column("gevolgd", "integer", "ended trajecten that were followed to the end of the term"),
            Column("terug", "integer", "of which the young person started a new traject within the term"),
        ),
    ),
    needs=("traject_feit", "groep_cel"),
    sums=True,
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
        )
        SELECT
            c.cel, f.maand,
            CAST(sum(f.beeindigd) AS BIGINT) AS beeindigd,
            CAST(sum(f.voortijdig) AS BIGINT) AS voortijdig,
            CAST(sum(f.eenzijdig) AS BIGINT) AS eenzijdig,
            CAST(sum(f.met_duur) AS BIGINT) AS met_duur,
            CAST(sum(f.duur) AS BIGINT) AS duur,
            CAST(sum(f.gevolgd) AS BIGINT) AS gevolgd,
            CAST(sum(f.terug) AS BIGINT) AS terug
        FROM feit f
        JOIN groep_cel c ON c.groep = f.groep
        GROUP BY c.cel, f.maand
    """,
)
