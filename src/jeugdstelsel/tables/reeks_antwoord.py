"""The stream of answers to requests (JW319)."""

from jeugdstelsel.model import Table
from jeugdstelsel.tables import antwoord
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_antwoord",
    "De stroom van antwoorden op verzoeken (JW319).",
    key=("bericht_id",),
    columns=(*antwoord.TABLE.columns, VOLGORDE, GELDIG),
    stored=False,
)
