"""A cell: one value of every dimension of one level."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "cel",
        "Een vak: één waarde van elke dimensie van één niveau.",
        key=("cel",),
        columns=(
            Column("cel", "integer", "number"),
            Column("niveau", "text", "level"),
            Column("gemeente", "text", "empty string when not part of the level"),
            Column("jeugdregio", "text", "empty string when not part of the level"),
            Column("aanbieder", "text", "empty string when not part of the level"),
            Column("product_categorie", "text", "empty string when not part of the level"),
            Column("product_code", "text", "empty string when not part of the level"),
        ),
    ),
    needs=("groep_niveau",),
    sql="""
        SELECT
            row_number() OVER (ORDER BY niveau, gemeente, jeugdregio, aanbieder, product_categorie,
                product_code) AS cel,
            niveau, gemeente, jeugdregio, aanbieder, product_categorie, product_code
        FROM (SELECT DISTINCT niveau, gemeente, jeugdregio, aanbieder, product_categorie,
            product_code FROM groep_niveau) d
    """,
)
