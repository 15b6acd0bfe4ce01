"""A finding on a message or delivery, with an address, never a quote."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bevinding",
    "Een bevinding op een bericht of levering: met een plaats, nooit met een citaat.",
    key=(
        "levering_id",
        "bericht_id",
        "regel",
        "klasse",
        "regelnummer",
        "plaats",
    ),
    columns=(
        Column("levering_id", "text", "levering"),
        Column("bericht_id", "text", "bericht; leeg als het geen bericht is"),
        Column("berichtsoort", "text", "JW301, ...; leeg is onbekend"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("leverancier", "text", "afzender: wie het kan herstellen"),
        Column("regel", "text", "code van de regel, of een eigen code over de structuur"),
        Column("ernst", "text", "fout, waarschuwing of niet beoordeeld"),
        Column("retour_code", "text", "WJ001"),
        Column("klasse", "text", "berichtklasse"),
        Column("regelnummer", "integer", "volgnummer van de klasse in het bericht; 0 is het bericht zelf"),
        Column("plaats", "text", "pad van het element"),
        Column("tekst", "text", "wat er mis is en hoe het te herstellen"),
    ),
)
