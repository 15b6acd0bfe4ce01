"""Which deliveries the linkage has taken in."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "gekoppeld",
    "Which deliveries the linkage has taken in; the others are new to it.",
    key=("levering_id",),
    columns=(Column("levering_id", "text", "delivery"),),
)
