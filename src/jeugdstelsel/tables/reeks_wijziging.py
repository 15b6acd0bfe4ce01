"""The lines of a JW317 beside the toewijzing they name, as it was when the message came."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import wijziging
from jeugdstelsel.tables.reeks import TOEWIJZING, VOLGORDE

TABLE = Table(
    "reeks_wijziging",
    "De regels van een JW317 naast de toewijzing die zij noemen, zoals die was toen het bericht kwam.",
    key=("bericht_id", "soort", "regelnummer"),
    columns=(
        *wijziging.TABLE.columns,
        VOLGORDE,
        Column("dagtekening", "date", "van het bericht"),
        *TOEWIJZING,
        Column("actueel", "boolean", "of de toewijzing op de dagtekening niet verwijderd of beëindigd was"),
    ),
    stored=False,
)
