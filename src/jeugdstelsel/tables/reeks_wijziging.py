"""The lines of a JW317 beside the toewijzing they name, as it was when the message came."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import wijziging
from jeugdstelsel.tables.reeks import TOEWIJZING, VOLGORDE

TABLE = Table(
    "reeks_wijziging",
    "The lines of a JW317 beside the toewijzing they name, as it was when the message came.",
    key=("bericht_id", "soort", "regelnummer"),
    columns=(
        *wijziging.TABLE.columns,
        VOLGORDE,
        Column("dagtekening", "date", "of the message"),
        *TOEWIJZING,
        Column("actueel", "boolean", "whether the toewijzing was neither removed nor ended on the dagtekening"),
    ),
    stored=False,
)
