"""A finding on a message or delivery, with an address, never a quote."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bevinding",
    "A finding on a message or delivery, with an address, never a quote.",
    key=("levering_id", "bericht_id", "regel", "klasse", "regelnummer", "plaats",),
    columns=(
        Column("levering_id", "text", "delivery"),
        Column("bericht_id", "text", "message; empty when it is no message"),
        Column("berichtsoort", "text", "JW301, ...; empty when unknown"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("leverancier", "text", "afzender: who can repair it"),
        Column("regel", "text", "code of the rule, or a structure code of our own"),
        Column("ernst", "text", "fout, waarschuwing or niet beoordeeld"),
        Column("retour_code", "text", "WJ001"),
        Column("klasse", "text", "berichtklasse"),
        Column("regelnummer", "integer", "ordinal of the klasse in the message; 0 is the message"),
        Column("plaats", "text", "element path"),
        Column("tekst", "text", "what is wrong and how to repair it, Dutch"),
    ),
)
