"""The stream of starts and stops, with how long each counted."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import melding
from jeugdstelsel.tables.reeks import PLEK, VOLGORDE

TABLE = Table(
    "reeks_melding",
    "The stream of starts and stops, with how long each counted.",
    key=("bericht_id", "regelnummer", "wereld"),
    columns=(
        *melding.TABLE.columns,
        VOLGORDE,
        PLEK,
        Column("wereld", "text", "'gedeeld': it counts for all; else the rejected message for which it is seen"),
        Column("toetsen", "boolean", "whether it is judged here; each is in one world"),
        Column("sleutel", "text", "what a start and its stop share: parties, young person, toewijzing and product"),
        Column("tot", "integer", "plek of the removal of the same key (StatusAanlevering 3); empty while not removed"),
    ),
    stored=False,
)
