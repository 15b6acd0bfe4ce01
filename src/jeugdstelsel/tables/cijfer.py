"""A figure as it may leave: what disclosure control made of the value of an indicator."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables import indicator_waarde

_LEAVES = (
    "indicator", "versie", "periode_soort", "periode", "niveau", "gemeente", "jeugdregio", "aanbieder",
    "product_categorie", "product_code", "uitsplitsing", "waarde", "dekking", "status",
)  # fmt: skip

TABLE = Table(
    "cijfer",
    "Een cijfer zoals het naar buiten mag: wat de onthullingsbeveiliging van de waarde van een indicator maakte.",
    key=indicator_waarde.TABLE.key,
    columns=(
        *(column for column in indicator_waarde.TABLE.columns if column.name in _LEAVES),
        Column("toestand", "text", "gepubliceerd, geheim (mag niet getoond worden) of onbekend"),
    ),
)
