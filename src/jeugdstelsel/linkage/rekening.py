"""What was billed per traject over all months, for the steps that need no month."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "rekening",
        "Wat per traject over alle maanden is gedeclareerd.",
        key=("traject_id",),
        columns=(
            Column("traject_id", "text", "traject"),
            Column("gemeente", "text", "gemeentecode"),
            Column("client", "text", "pseudonym"),
            Column("toewijzing_nummer", "integer", "as billed"),
            Column("aanbieder", "text", "AGB code; the first when several bill"),
            Column("laatste_aanbieder", "text", "the last when several bill"),
            Column("product_categorie", "text", "as billed; empty when there are several"),
            Column("product_code", "text", "as billed; empty when there are several"),
            Column("netto", "integer", "eurocent"),
        ),
    ),
    needs=("kosten",),
    sql="""
        SELECT traject_id, min(gemeente) AS gemeente, min(client) AS client,
               min(toewijzing_nummer) AS toewijzing_nummer, min(aanbieder) AS aanbieder,
               max(aanbieder) AS laatste_aanbieder,
               CASE WHEN min(product_categorie) = max(product_categorie) THEN min(product_categorie) END
                   AS product_categorie,
               CASE WHEN min(product_code) = max(product_code) THEN min(product_code) END AS product_code,
               CAST(sum(netto) AS BIGINT) AS netto
        FROM kosten
        WHERE traject_id IS NOT NULL
        GROUP BY traject_id
    """,
)
