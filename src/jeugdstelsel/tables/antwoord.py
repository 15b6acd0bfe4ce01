"""The answer of a JW319; it names no young person."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "antwoord",
    "The answer of a JW319; it names no young person.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("referentie_aanbieder", "text", "request that is answered"),
        Column("verzoek_antwoord", "text", "WJ760; 1 rejected, 2 under study"),
        Column("reden_afwijzing_verzoek", "text", "WJ759"),
        Column("woonplaats_gemeente", "text", "Woonplaatsbeginsel/Gemeente; empty means no such klasse"),
    ),
)
