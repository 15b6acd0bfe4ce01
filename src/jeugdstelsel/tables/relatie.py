"""A relation of the young person in JW301; lives only while the message is judged."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "relatie",
    "A relation of the young person in JW301; lives only while the message is judged.",
    key=("bericht_id", "regelnummer",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("nummer", "text", "Nummer"),
        Column("soort", "text", "COD472"),
        Column("geboortedatum", "date", "Geboortedatum/Datum"),
        Column("datum_gebruik", "text", "Geboortedatum/DatumGebruik"),
        Column("naam_gebruik", "text", "Naam/NaamGebruik"),
        Column("partnernaam", "boolean", "whether Naam/Partnernaam is present"),
    ),
    stored=False,
)
