"""A delivery whose messages stand in the tables."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "levering",
    "A delivery whose messages stand in the tables.",
    key=("levering_id",),
    columns=(
        Column("levering_id", "text", "SHA-256 of the delivery, as in the ledger"),
        Column("berichten", "integer", "documents found in the delivery"),
        Column("synthetisch", "boolean", "whether the delivery says that it is synthetic"),
        Column("beoordeeld", "boolean", "whether the rules across messages have seen its messages"),
    ),
)
