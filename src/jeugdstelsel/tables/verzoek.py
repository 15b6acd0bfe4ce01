"""The request of a JW317 (verzoek om wijziging)."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "verzoek",
    "Het verzoek in een JW317 (verzoek om wijziging).",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de berichtklasse binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode, 4 cijfers, uit de header"),
        Column("aanbieder", "text", "AGB-code, 8 cijfers, uit de header"),
        Column("client", "text", "pseudoniem van de jongere"),
        Column("referentie_aanbieder", "text", "referentie van het verzoek"),
        Column("reden_verzoek", "text", "WJ758"),
    ),
)
