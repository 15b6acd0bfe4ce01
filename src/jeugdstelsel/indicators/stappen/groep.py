"""Every combination of gemeente, provider and product that occurs; the grain of all facts."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "groep",
        "Elke combinatie van gemeente, aanbieder en product die voorkomt; de korrel van alle feiten.",
        key=("groep",),
        columns=(
            Column("groep", "integer", "number"),
            Column("geheel", "integer", "the combination of this gemeente and provider with all products together"),
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("jeugdregio", "text", "JZ code in the latest year known, or 'onbekend'"),
            Column("product_categorie", "text", "'onbekend' when empty, 'n.v.t.' for all products together"),
            Column("product_code", "text", "'onbekend' when empty, 'n.v.t.' for all products together"),
        ),
    ),
    needs=("traject", "kosten_groep", "wachtende", "bericht_maand", "gebied"),
    sql="""
        WITH
        combinatie AS (
            SELECT gemeente, aanbieder, coalesce(product_categorie, 'onbekend') AS product_categorie,
                   coalesce(product_code, 'onbekend') AS product_code
            FROM traject
            UNION
            SELECT gemeente, aanbieder, product_categorie, product_code FROM kosten_groep
            UNION
            SELECT gemeente, aanbieder, coalesce(product_categorie, 'onbekend'), coalesce(product_code, 'onbekend')
            FROM wachtende
        ),
        alle AS (
            SELECT gemeente, aanbieder, product_categorie, product_code FROM combinatie
            UNION
            SELECT gemeente, aanbieder, 'n.v.t.', 'n.v.t.' FROM combinatie
            UNION
            SELECT gemeente, aanbieder, 'n.v.t.', 'n.v.t.' FROM bericht_maand
        ),
        regio AS (
            SELECT gemeente, jeugdregio,
                row_number() OVER (PARTITION BY gemeente ORDER BY jaar DESC NULLS LAST) AS recent
            FROM gebied
        )
        SELECT
            getal_van_vier(a.gemeente, a.aanbieder, a.product_categorie, a.product_code) AS groep,
            getal_van_vier(a.gemeente, a.aanbieder, 'n.v.t.', 'n.v.t.') AS geheel,
            a.gemeente, a.aanbieder, coalesce(r.jeugdregio, 'onbekend') AS jeugdregio, a.product_categorie,
            a.product_code
        FROM alle a
        LEFT JOIN regio r ON r.gemeente = a.gemeente AND r.recent = 1
    """,
)
