"""The answer to a declaration in a JW325; absent when only the header answers."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "declaratie_antwoord",
    "The answer to a declaration in a JW325; absent when only the header answers.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("declaratie_nummer", "text", "DeclaratieNummer"),
        Column("ingediend_bedrag", "integer", "eurocent"),
        Column("ingediend_debet_credit", "text", "D or C"),
        Column("toegekend_bedrag", "integer", "eurocent"),
        Column("toegekend_debet_credit", "text", "D or C"),
    ),
)
