"""The request of a JW317 (verzoek om wijziging)."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "verzoek",
    "The request of a JW317 (verzoek om wijziging).",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("referentie_aanbieder", "text", "reference of the request"),
        Column("reden_verzoek", "text", "WJ758"),
    ),
)
