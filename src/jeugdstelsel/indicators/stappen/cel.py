"""A cell: one value of every dimension of one level."""

from jeugdstelsel.indicators.populaties import VAK
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "cel",
        "Een vak: één waarde van elke dimensie van één niveau.",
        key=("cel",),
        columns=(
            Column("cel", "integer", "number that stays the same"),
            Column("volgnummer", "integer", "place among the cells of this calculation, small enough to sort fast"),
            Column("niveau", "text", "level"),
            Column("gemeente", "text", "empty string when not part of the level"),
            Column("jeugdregio", "text", "empty string when not part of the level"),
            Column("aanbieder", "text", "empty string when not part of the level"),
            Column("product_categorie", "text", "empty string when not part of the level"),
            Column("product_code", "text", "empty string when not part of the level"),
        ),
    ),
    needs=("groep_niveau",),
    sql=f"""
        SELECT
            {VAK} AS cel,
            row_number() OVER (ORDER BY niveau, gemeente, jeugdregio, aanbieder, product_categorie,
                product_code) AS volgnummer,
            niveau, gemeente, jeugdregio, aanbieder, product_categorie, product_code
        FROM (SELECT DISTINCT niveau, gemeente, jeugdregio, aanbieder, product_categorie,
            product_code FROM groep_niveau) d
    """,
)
