"""The gemeentecodes that exist or have existed."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "gemeente_code",
    "The gemeentecodes that exist or have existed.",
    key=("gemeente",),
    columns=(
        Column("gemeente", "text", "gemeentecode, 4 digits"),
        Column("geldig_van", "date", "first day; empty is before the list begins"),
    ),
    stored=False,
)
