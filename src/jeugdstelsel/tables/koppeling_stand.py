"""On which day the linkage of the whole warehouse stands."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "koppeling_stand",
    "On which day the linkage of the whole warehouse stands; one row, or none before the first run.",
    key=("peildatum",),
    columns=(Column("peildatum", "date", "terms that ran out before this day are overdue"),),
)
