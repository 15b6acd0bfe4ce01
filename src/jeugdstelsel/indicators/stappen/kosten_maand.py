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
    needs=("kosten", "groep", "traject"),
    sql="""
        SELECT
            g.groep, maandnummer(k.maand) - $basis_maand AS maand, CAST(sum(k.netto) AS BIGINT) AS netto,
            CAST(sum(k.aantal_prestaties) AS BIGINT) AS prestaties,
            CAST(coalesce(sum(k.aantal_prestaties) FILTER (WHERE t.traject_id IS NOT NULL), 0) AS BIGINT) AS gekoppeld
        FROM kosten k
        JOIN groep g
          ON g.gemeente = k.gemeente AND g.aanbieder = k.aanbieder
         AND g.product_categorie = coalesce(k.product_categorie, 'onbekend')
         AND g.product_code = coalesce(k.product_code, 'onbekend')
        -- a bill on an unknown number makes a traject of its own, without toewijzing
        LEFT JOIN traject t ON t.traject_id = k.traject_id AND t.toewijzingsdatum IS NOT NULL
        WHERE maandnummer(k.maand) - $basis_maand BETWEEN 0 AND $laatste_maand
        GROUP BY g.groep, maandnummer(k.maand) - $basis_maand
    """,
)
