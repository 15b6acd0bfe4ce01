"""Which traject a start or stop without toewijzing_nummer belongs to."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "taakgericht",
    "Bij welk traject een start of stop zonder toewijzing_nummer hoort; gemaakt door de koppeling.",
    key=("gemeente", "aanbieder", "client", "product_categorie", "product_code", "begindatum"),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("client", "text", "pseudoniem"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "productcode"),
        Column("begindatum", "date", "begin van de hulp"),
        Column("traject_id", "text", "hash van dit alles met de begindatum van de eerste start"),
    ),
)
