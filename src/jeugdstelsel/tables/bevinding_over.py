"""What the rules across messages found; the rest of a finding follows from the rule and the message."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bevinding_over",
    "What the rules across messages found; the rest of a finding follows from the rule and the message.",
    key=("bericht_id", "regel", "klasse", "regelnummer"),
    columns=(
        Column("bericht_id", "text", "message; empty when a rule could not be judged at all"),
        Column("regel", "text", "code of the rule"),
        Column("klasse", "text", "berichtklasse; empty when the standard names none"),
        Column("regelnummer", "integer", "ordinal of the klasse in the message; 0 is the message"),
        Column("ernst", "text", "fout, waarschuwing or niet beoordeeld"),
    ),
)
