"""The combinations seen at every level: what is not part of the level is an empty string."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "groep_niveau",
        "De combinaties gezien op elk niveau: wat geen deel is van het niveau, is een lege tekst.",
        key=("groep", "niveau"),
        columns=(
            Column("groep", "integer", "combination"),
            Column("niveau", "text", "level"),
            Column("eigen", "boolean", "whether facts known per product and of all products together count here"),
            Column("gemeente", "text", "empty string when not part of the level"),
            Column("jeugdregio", "text", "empty string when not part of the level"),
            Column("aanbieder", "text", "empty string when not part of the level"),
            Column("product_categorie", "text", "empty string when not part of the level"),
            Column("product_code", "text", "empty string when not part of the level"),
        ),
    ),
    needs=("groep", "niveau"),
    sql="""
        SELECT
            g.groep, n.niveau, g.product_categorie = 'n.v.t.' OR n.met_categorie OR n.met_code AS eigen,
            CASE WHEN n.met_gemeente THEN g.gemeente ELSE '' END AS gemeente,
            CASE WHEN n.met_jeugdregio THEN g.jeugdregio ELSE '' END AS jeugdregio,
            CASE WHEN n.met_aanbieder THEN g.aanbieder ELSE '' END AS aanbieder,
            CASE WHEN n.met_categorie THEN g.product_categorie ELSE '' END AS product_categorie,
            CASE WHEN n.met_code THEN g.product_code ELSE '' END AS product_code
        FROM groep g
        CROSS JOIN niveau n
        WHERE g.product_categorie <> 'n.v.t.' OR NOT (n.met_categorie OR n.met_code)
    """,
)
