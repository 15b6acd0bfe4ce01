"""The gemeentecodes that exist or have existed."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "gemeente_code",
    "De gemeentecodes die bestaan of hebben bestaan.",
    key=("gemeente",),
    columns=(
        Column("gemeente", "text", "gemeentecode, 4 cijfers"),
        Column("geldig_van", "date", "eerste dag; leeg is vóór het begin van de lijst"),
    ),
    stored=False,
)
