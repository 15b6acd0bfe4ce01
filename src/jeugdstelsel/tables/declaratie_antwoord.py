"""The answer to a declaration in a JW325; absent when only the header answers."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "declaratie_antwoord",
    "Het antwoord op een declaratie in een JW325; ontbreekt als alleen de header antwoordt.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de berichtklasse binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode, 4 cijfers, uit de header"),
        Column("aanbieder", "text", "AGB-code, 8 cijfers, uit de header"),
        Column("declaratie_nummer", "text", "DeclaratieNummer"),
        Column("ingediend_bedrag", "integer", "eurocent"),
        Column("ingediend_debet_credit", "text", "D of C"),
        Column("toegekend_bedrag", "integer", "eurocent"),
        Column("toegekend_debet_credit", "text", "D of C"),
    ),
)
