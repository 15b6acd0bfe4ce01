"""The stream of starts and stops, with how long each counted."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import melding
from jeugdstelsel.tables.reeks import PLEK, VOLGORDE

TABLE = Table(
    "reeks_melding",
    "De stroom van starts en stops, met hoe lang elke telde.",
    key=("bericht_id", "regelnummer", "wereld"),
    columns=(
        *melding.TABLE.columns,
        VOLGORDE,
        PLEK,
        Column("wereld", "text", "'gedeeld': telt voor alle; anders het afgekeurde bericht waarvoor dit te zien is"),
        Column("toetsen", "boolean", "of het hier wordt beoordeeld; elk is dat één keer"),
        Column("sleutel", "text", "wat een start en haar stop delen: partijen, jongere, toewijzing en product"),
        Column(
            "tot",
            "integer",
            "plek van de verwijdering met dezelfde sleutel (StatusAanlevering 3); leeg zolang niet verwijderd",
        ),
    ),
    stored=False,
)
