"""The stream of billed lines, each beside the toewijzing it names as it was when the message came."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import prestatie
from jeugdstelsel.tables.reeks import GELDIG, PLEK, TOEWIJZING, VOLGORDE

TABLE = Table(
    "reeks_prestatie",
    "The stream of billed lines, each beside the toewijzing it names as it was when the message came.",
    key=("bericht_id", "regelnummer"),
    columns=(
        *prestatie.TABLE.columns,
        VOLGORDE,
        GELDIG,
        PLEK,
        Column("toegekend_op", "integer", "volgorde of the JW325 that granted its declaration; empty while none did"),
        *TOEWIJZING,
    ),
    stored=False,
)
