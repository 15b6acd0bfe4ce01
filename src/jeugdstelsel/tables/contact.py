"""Contact details in JW301, of the young person or of a relation; lives only while the message is judged."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "contact",
    "Contactgegevens in een JW301, van de jongere of van een relatie.",
    key=(
        "bericht_id",
        "van_relatie",
        "regelnummer",
    ),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de berichtklasse binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode, 4 cijfers, uit de header"),
        Column("aanbieder", "text", "AGB-code, 8 cijfers, uit de header"),
        Column("client", "text", "pseudoniem van de jongere"),
        Column(
            "van_relatie",
            "integer",
            "regelnummer van de Relatie waar het bij hoort; 0 is van de jongere zelf; regelnummer telt per soort eigenaar",
        ),
        Column("soort", "text", "COD757"),
        Column("adres", "boolean", "of Adres aanwezig is"),
        Column("huis", "boolean", "of Adres/Huis aanwezig is"),
        Column("postcode", "text", "Adres/Postcode"),
        Column("land_code", "text", "Adres/LandCode"),
        Column("telefoon", "boolean", "of Telefoon aanwezig is"),
        Column("begindatum", "date", "Periode/Begindatum"),
        Column("einddatum", "date", "Periode/Einddatum"),
        Column("periode", "boolean", "of Periode aanwezig is"),
    ),
    stored=False,
)
