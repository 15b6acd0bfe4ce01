"""The stream of declarations (JW323), with the answer each got."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import declaratie
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_declaratie",
    "De stroom van declaraties (JW323), met het antwoord dat elke kreeg.",
    key=("bericht_id",),
    columns=(
        *declaratie.TABLE.columns,
        VOLGORDE,
        GELDIG,
        Column("rang", "integer", "plaats tussen de declaraties; geen twee hebben dezelfde"),
        Column(
            "toegekend_op", "integer", "volgorde van de eerste JW325 die het toekende; leeg zolang dat niet is gebeurd"
        ),
    ),
    stored=False,
)
