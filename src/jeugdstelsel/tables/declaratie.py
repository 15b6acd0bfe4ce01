"""The declaration of a JW323."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "declaratie",
    "De declaratie in een JW323.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de berichtklasse binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode, 4 cijfers, uit de header"),
        Column("aanbieder", "text", "AGB-code, 8 cijfers, uit de header"),
        Column("declaratie_nummer", "text", "DeclaratieNummer"),
        Column("begindatum", "date", "DeclaratiePeriode/Begindatum"),
        Column("einddatum", "date", "DeclaratiePeriode/Einddatum"),
        Column("declaratie_dagtekening", "date", "DeclaratieDagtekening"),
        Column("totaal_bedrag", "integer", "TotaalIngediendBedrag/TotaalBedrag, eurocent"),
        Column("debet_credit", "text", "D of C"),
    ),
)
