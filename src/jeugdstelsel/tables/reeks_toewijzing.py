"""The stream of toewijzingen: every version, with how long it was the actual one."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import toegewezen_product
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_toewijzing",
    "De stroom van toewijzingen: elke versie, met hoe lang zij de actuele was.",
    key=("bericht_id", "regelnummer"),
    columns=(
        *toegewezen_product.TABLE.columns,
        VOLGORDE,
        GELDIG,
        Column("actueel", "boolean", "of het bij binnenkomst de actuele versie werd (IV013: laatste datum en tijd)"),
        Column("tot", "integer", "volgorde van het bericht dat het verving; leeg zolang dat niet is gebeurd"),
    ),
    stored=False,
)
