"""The declaration of a JW323."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "declaratie",
    "The declaration of a JW323.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("declaratie_nummer", "text", "DeclaratieNummer"),
        Column("begindatum", "date", "DeclaratiePeriode/Begindatum"),
        Column("einddatum", "date", "DeclaratiePeriode/Einddatum"),
        Column("declaratie_dagtekening", "date", "DeclaratieDagtekening"),
        Column("totaal_bedrag", "integer", "TotaalIngediendBedrag/TotaalBedrag, eurocent"),
        Column("debet_credit", "text", "D or C"),
    ),
)
