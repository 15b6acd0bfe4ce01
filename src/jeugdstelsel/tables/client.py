"""The young person as one message describes them, without name, address or BSN."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "client",
    "De jongere zoals één bericht die beschrijft, zonder naam, adres of BSN.",
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
        Column("elfproef", "boolean", "of het BSN in het bericht aan de elfproef voldoet"),
        Column("geboortedatum", "date", "Geboortedatum/Datum", stored=False),
        Column("geboortejaar", "integer", "geboortejaar, leeg als DatumGebruik 3 is"),
        Column("datum_gebruik", "text", "Geboortedatum/DatumGebruik", stored=False),
        Column("geslacht", "text", "COD046"),
        Column("naam_gebruik", "text", "Naam/NaamGebruik, alleen in JW301", stored=False),
        Column("partnernaam", "boolean", "of Naam/Partnernaam aanwezig is", stored=False),
        Column("communicatie_vorm", "text", "Communicatie/Vorm", stored=False),
        Column("communicatie_taal", "boolean", "of Communicatie/Taal aanwezig is", stored=False),
        Column("juridische_status", "text", "WJ232"),
        Column("wettelijke_vertegenwoordiging", "text", "WJ003"),
        Column("gezagsdrager_bekend", "text", "COD260, alleen in JW315"),
    ),
)
