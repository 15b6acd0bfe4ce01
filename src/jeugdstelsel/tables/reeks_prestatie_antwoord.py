"""The billed lines that JW325 messages send back, each with the JW323 it should stand in."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import prestatie_antwoord

TABLE = Table(
    "reeks_prestatie_antwoord",
    "The billed lines that JW325 messages send back, each with the JW323 it should stand in.",
    key=("bericht_id", "regelnummer"),
    columns=(
        *prestatie_antwoord.TABLE.columns,
        Column("declaratie_bericht_id", "text", "the JW323 that is answered; empty when unknown"),
    ),
    stored=False,
)
