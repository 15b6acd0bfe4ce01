"""The day on which is judged: one row."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "klok",
    "The day on which is judged: one row.",
    key=("vandaag",),
    columns=(Column("vandaag", "date", "today"),),
    stored=False,
)
