"""The months in which one traject was billed, for one product of one provider."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_reeks",
        "De maanden waarin één traject is gedeclareerd, voor één product van één aanbieder.",
        key=("traject_id", "client", "gemeente", "aanbieder", "product_categorie", "product_code"),
        columns=(
            Column("traject_id", "text", "empty when the toewijzing is unknown"),
            Column("client", "text", "pseudonym"),
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("product_categorie", "text", "or 'onbekend'"),
            Column("product_code", "text", "or 'onbekend'"),
            Column("gedeclareerd", "integer", "bit per month of the window with costs above zero"),
        ),
    ),
    needs=("kosten", "maand"),
    sql="""
        SELECT
            k.traject_id, k.client, k.gemeente, k.aanbieder,
            coalesce(k.product_categorie, 'onbekend') AS product_categorie,
            coalesce(k.product_code, 'onbekend') AS product_code,
            bit_or(CASE WHEN k.netto > 0 THEN m.bit ELSE 0 END) AS gedeclareerd
        FROM kosten k
        JOIN maand m ON m.begin = k.maand
        GROUP BY 1, 2, 3, 4, 5, 6
    """,
)
