"""A return code in a retour message or JW325."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "retourcode",
    "A return code in a retour message or JW325.",
    key=("bericht_id", "klasse", "regelnummer", "retour_code",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("klasse", "text", "berichtklasse that carries the code: Header, Client, ToegewezenProduct, ..."),
        Column("regelnummer", "integer", "ordinal of that klasse within the message"),
        Column("retour_code", "text", "WJ001"),
    ),
)
