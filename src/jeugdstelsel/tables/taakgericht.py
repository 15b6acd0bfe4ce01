"""Which traject a start or stop without toewijzing_nummer belongs to."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "taakgericht",
    "Which traject a start or stop without toewijzing_nummer belongs to; made by the linkage.",
    key=("gemeente", "aanbieder", "client", "product_categorie", "product_code", "begindatum"),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("client", "text", "pseudonym"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "product code"),
        Column("begindatum", "date", "start of the help"),
        Column("traject_id", "text", "hash of all of these with the begindatum of the first start"),
    ),
)
