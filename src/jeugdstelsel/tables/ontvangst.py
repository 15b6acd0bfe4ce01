"""A document received: what became of it, also when no row of it may pass."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "ontvangst",
    "Een ontvangen document: wat ervan werd, ook als er geen rij van mocht worden opgenomen.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "id uit de inhoud; dezelfde bytes worden één keer ontvangen"),
        Column("levering_id", "text", "levering waarin het voor het eerst binnenkwam"),
        Column("volgnummer", "integer", "plaats in de levering, vanaf 1"),
        Column("berichtsoort", "text", "JW301, ...; leeg als het geen bericht is"),
        Column("release", "text", "3.0, 3.1 of 3.2; leeg is onbekend"),
        Column("uitkomst", "text", "gelezen, afgekeurd (een regel binnen het bericht) of geweigerd (structuur)"),
    ),
)
