"""The day on which is judged: one row."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "klok",
    "De dag waarop wordt beoordeeld: één rij.",
    key=("vandaag",),
    columns=(Column("vandaag", "date", "vandaag"),),
    stored=False,
)
