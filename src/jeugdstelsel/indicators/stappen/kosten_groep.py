"""Costs and billed lines per combination and month, by name; the numbers of `kosten_maand` stand on it."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_groep",
        "Kosten en gedeclareerde regels per gemeente, aanbieder, product en maand.",
        key=("gemeente", "aanbieder", "product_categorie", "product_code", "maand"),
        columns=(
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("product_categorie", "text", "or 'onbekend'"),
            Column("product_code", "text", "or 'onbekend'"),
            Column("maand", "integer", "month of the window"),
            Column("netto", "integer", "eurocent"),
            Column("prestaties", "integer", "billed lines"),
            Column("gekoppeld", "integer", "billed lines on a known toewijzing"),
        ),
    ),
    needs=("kosten", "maand", "traject"),
    sums=True,
    sql="""
        SELECT
            k.gemeente, k.aanbieder, coalesce(k.product_categorie, 'onbekend') AS product_categorie,
            coalesce(k.product_code, 'onbekend') AS product_code, m.maand, CAST(sum(k.netto) AS BIGINT) AS netto,
            CAST(sum(k.aantal_prestaties) AS BIGINT) AS prestaties,
            CAST(sum(CASE WHEN k.traject_id IS NOT NULL AND t.traject_id IS NULL THEN k.aantal_prestaties ELSE 0 END)
                AS BIGINT) AS gekoppeld
        FROM kosten k
        JOIN maand m ON m.begin = k.maand
        -- a bill on an unknown number makes a traject of its own, without toewijzing
        LEFT JOIN traject t ON t.traject_id = k.traject_id AND t.toewijzingsdatum IS NULL
        GROUP BY 1, 2, 3, 4, m.maand
    """,
)
