"""Costs and billed lines per combination and month."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_maand",
        "Kosten en gedeclareerde regels per combinatie en maand.",
        key=("groep", "maand"),
        columns=(
            Column("groep", "integer", "combination"),
            Column("maand", "integer", "month of the window"),
            Column("netto", "integer", "eurocent"),
            Column("prestaties", "integer", "billed lines"),
            Column("gekoppeld", "integer", "billed lines on a known toewijzing"),
        ),
    ),
    needs=("kosten", "maand", "groep", "traject"),
    sql="""
        WITH
        gedeclareerd AS (
            SELECT
                k.gemeente, k.aanbieder, k.product_categorie, k.product_code, m.maand, sum(k.netto) AS netto,
                sum(k.aantal_prestaties) AS prestaties,
                sum(CASE WHEN k.traject_id IS NOT NULL AND t.traject_id IS NULL THEN k.aantal_prestaties ELSE 0 END)
                    AS gekoppeld
            FROM kosten k
            JOIN maand m ON m.begin = k.maand
            -- a bill on an unknown number makes a traject of its own, without toewijzing
            LEFT JOIN traject t ON t.traject_id = k.traject_id AND t.toewijzingsdatum IS NULL
            GROUP BY k.gemeente, k.aanbieder, k.product_categorie, k.product_code, m.maand
        ),
        per_product AS (
            SELECT g.groep, g.geheel, k.maand, k.netto, k.prestaties, k.gekoppeld
            FROM gedeclareerd k
            JOIN groep g
              ON g.gemeente = k.gemeente AND g.aanbieder = k.aanbieder
             AND g.product_categorie = coalesce(k.product_categorie, 'onbekend')
             AND g.product_code = coalesce(k.product_code, 'onbekend')
        ),
        beide AS (
            SELECT groep, maand, netto, prestaties, gekoppeld FROM per_product
            UNION ALL
            SELECT geheel, maand, sum(netto), sum(prestaties), sum(gekoppeld) FROM per_product GROUP BY geheel, maand
        )
        SELECT
            groep, maand, CAST(netto AS BIGINT) AS netto, CAST(prestaties AS BIGINT) AS prestaties,
            CAST(gekoppeld AS BIGINT) AS gekoppeld
        FROM beide
    """,
)
