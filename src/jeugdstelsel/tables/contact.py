"""Contact details in JW301, of the young person or of a relation; lives only while the message is judged."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "contact",
    "Contact details in JW301, of the young person or of a relation; lives only while the message is judged.",
    key=("bericht_id", "van_relatie", "regelnummer",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("van_relatie", "integer", "regelnummer of the Relatie it belongs to; 0 for the young person's own; regelnummer counts within that owner kind"),
        Column("soort", "text", "COD757"),
        Column("adres", "boolean", "whether Adres is present"),
        Column("huis", "boolean", "whether Adres/Huis is present"),
        Column("postcode", "text", "Adres/Postcode"),
        Column("land_code", "text", "Adres/LandCode"),
        Column("telefoon", "boolean", "whether Telefoon is present"),
        Column("begindatum", "date", "Periode/Begindatum"),
        Column("einddatum", "date", "Periode/Einddatum"),
        Column("periode", "boolean", "whether Periode is present"),
    ),
    stored=False,
)
