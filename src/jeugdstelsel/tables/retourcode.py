"""A return code in a retour message or JW325."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "retourcode",
    "Een retourcode in een retourbericht of JW325.",
    key=(
        "bericht_id",
        "klasse",
        "regelnummer",
        "retour_code",
    ),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("klasse", "text", "berichtklasse die de code draagt: Header, Client, ToegewezenProduct, ..."),
        Column("regelnummer", "integer", "volgnummer van die klasse binnen het bericht"),
        Column("retour_code", "text", "WJ001"),
    ),
)
