"""What is overdue, contradictory or unpaid in a chain, and since when."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "signaal",
    "What is overdue, contradictory or unpaid in a chain, whatever the day of asking; made by the linkage.",
    key=("sleutel", "code"),
    columns=(
        Column("sleutel", "text", "traject_id, or the key of a request without toewijzing"),
        Column("traject_id", "text", "empty for a request"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("client", "text", "pseudonym"),
        Column("code", "text", "what is wrong; see docs/handleiding/trajecten.md"),
        Column("sinds", "date", "first day on which it is so; empty when no day matters"),
    ),
)
