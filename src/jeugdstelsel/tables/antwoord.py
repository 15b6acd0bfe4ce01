"""The answer of a JW319; it names no young person."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "antwoord",
    "Het antwoord in een JW319; het noemt geen jongere.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de berichtklasse binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode, 4 cijfers, uit de header"),
        Column("aanbieder", "text", "AGB-code, 8 cijfers, uit de header"),
        Column("referentie_aanbieder", "text", "verzoek dat wordt beantwoord"),
        Column("verzoek_antwoord", "text", "WJ760; 1 is afgewezen, 2 is in onderzoek"),
        Column("reden_afwijzing_verzoek", "text", "WJ759"),
        Column("woonplaats_gemeente", "text", "Woonplaatsbeginsel/Gemeente; leeg betekent: geen Woonplaatsbeginsel"),
    ),
)
