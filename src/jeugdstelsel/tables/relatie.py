"""A relation of the young person in JW301; lives only while the message is judged."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "relatie",
    "Een relatie van de jongere in een JW301.",
    key=(
        "bericht_id",
        "regelnummer",
    ),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de berichtklasse binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode, 4 cijfers, uit de header"),
        Column("aanbieder", "text", "AGB-code, 8 cijfers, uit de header"),
        Column("client", "text", "pseudoniem van de jongere"),
        Column("nummer", "text", "Nummer"),
        Column("soort", "text", "COD472"),
        Column("geboortedatum", "date", "Geboortedatum/Datum"),
        Column("datum_gebruik", "text", "Geboortedatum/DatumGebruik"),
        Column("naam_gebruik", "text", "Naam/NaamGebruik"),
        Column("partnernaam", "boolean", "of Naam/Partnernaam aanwezig is"),
    ),
    stored=False,
)
