"""The stream of toewijzingen: every version, with how long it was the actual one."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import toegewezen_product
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_toewijzing",
    "The stream of toewijzingen: every version, with how long it was the actual one.",
    key=("bericht_id", "regelnummer"),
    columns=(
        *toegewezen_product.TABLE.columns,
        VOLGORDE,
        GELDIG,
        Column("actueel", "boolean", "whether it became the actual version when it came (IV013: latest date and time)"),
        Column("tot", "integer", "volgorde of the message that replaced it; empty while nothing did"),
    ),
    stored=False,
)
