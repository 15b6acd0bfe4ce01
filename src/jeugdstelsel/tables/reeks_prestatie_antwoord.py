"""The billed lines that JW325 messages send back, each with the JW323 it should stand in."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import prestatie_antwoord

TABLE = Table(
    "reeks_prestatie_antwoord",
    "De gedeclareerde regels die een JW325 terugstuurt, elk met de JW323 waarin zij hoort te staan.",
    key=("bericht_id", "regelnummer"),
    columns=(
        *prestatie_antwoord.TABLE.columns,
        Column("declaratie_bericht_id", "text", "de JW323 die wordt beantwoord; leeg is onbekend"),
    ),
    stored=False,
)
