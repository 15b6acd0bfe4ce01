"""Which deliveries the linkage has taken in."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "gekoppeld",
    "Welke leveringen de koppeling al heeft verwerkt; de andere zijn nieuw.",
    key=("levering_id",),
    columns=(Column("levering_id", "text", "levering"),),
)
