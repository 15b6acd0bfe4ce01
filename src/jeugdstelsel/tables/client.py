"""The young person as one message describes them, without name, address or BSN."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "client",
    "The young person as one message describes them, without name, address or BSN.",
    key=("bericht_id", "regelnummer",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("elfproef", "boolean", "whether the BSN in the message passes the elfproef"),
        Column("geboortedatum", "date", "Geboortedatum/Datum", stored=False),
        Column("geboortejaar", "integer", "year of birth, empty when DatumGebruik is 3"),
        Column("datum_gebruik", "text", "Geboortedatum/DatumGebruik", stored=False),
        Column("geslacht", "text", "COD046"),
        Column("naam_gebruik", "text", "Naam/NaamGebruik, JW301 only", stored=False),
        Column("partnernaam", "boolean", "whether Naam/Partnernaam is present", stored=False),
        Column("communicatie_vorm", "text", "Communicatie/Vorm", stored=False),
        Column("communicatie_taal", "boolean", "whether Communicatie/Taal is present", stored=False),
        Column("juridische_status", "text", "WJ232"),
        Column("wettelijke_vertegenwoordiging", "text", "WJ003"),
        Column("gezagsdrager_bekend", "text", "COD260, JW315 only"),
    ),
)
