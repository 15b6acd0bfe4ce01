"""A document received: what became of it, also when no row of it may pass."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "ontvangst",
    "A document received: what became of it, also when no row of it may pass.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "id from its content; the same bytes are received once"),
        Column("levering_id", "text", "delivery in which it first arrived"),
        Column("volgnummer", "integer", "place in the delivery, from 1"),
        Column("berichtsoort", "text", "JW301, ...; empty when it is no message"),
        Column("release", "text", "3.0, 3.1 or 3.2; empty when unknown"),
        Column("uitkomst", "text", "gelezen, afgekeurd (a rule within the message) or geweigerd (structure)"),
    ),
)
