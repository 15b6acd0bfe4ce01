"""The stream of billed lines, each beside the toewijzing it names as it was when the message came."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import prestatie
from jeugdstelsel.tables.reeks import GELDIG, PLEK, TOEWIJZING, VOLGORDE

TABLE = Table(
    "reeks_prestatie",
    "De stroom van gedeclareerde regels, elk naast de genoemde toewijzing zoals die was toen het bericht kwam.",
    key=("bericht_id", "regelnummer"),
    columns=(
        *prestatie.TABLE.columns,
        VOLGORDE,
        GELDIG,
        PLEK,
        Column(
            "toegekend_op",
            "integer",
            "volgorde van de JW325 die de declaratie toekende; leeg zolang dat niet is gebeurd",
        ),
        *TOEWIJZING,
    ),
    stored=False,
)
