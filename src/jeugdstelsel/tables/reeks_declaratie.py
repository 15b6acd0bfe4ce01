"""The stream of declarations (JW323), with the answer each got."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import declaratie
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_declaratie",
    "The stream of declarations (JW323), with the answer each got.",
    key=("bericht_id",),
    columns=(
        *declaratie.TABLE.columns,
        VOLGORDE,
        GELDIG,
        Column("rang", "integer", "place among the declarations; no two have the same"),
        Column("toegekend_op", "integer", "volgorde of the first JW325 that granted it; empty while none did"),
    ),
    stored=False,
)
