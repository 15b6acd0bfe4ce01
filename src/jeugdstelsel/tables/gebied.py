"""Gemeente with its jeugdregio and province, per year."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "gebied",
    "Gemeente met haar jeugdregio en provincie, per jaar.",
    key=(
        "gemeente",
        "jaar",
    ),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("jaar", "integer", "jaar"),
        Column("naam", "text", "naam"),
        Column("jeugdregio", "text", "JZ-code"),
        Column("jeugdregio_naam", "text", "naam"),
        Column("provincie", "text", "PV-code"),
    ),
)
