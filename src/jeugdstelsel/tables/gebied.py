"""Gemeente with its jeugdregio and province, per year."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "gebied",
    "Gemeente with its jeugdregio and province, per year.",
    key=("gemeente", "jaar",),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("jaar", "integer", "year"),
        Column("naam", "text", "name"),
        Column("jeugdregio", "text", "JZ code"),
        Column("jeugdregio_naam", "text", "name"),
        Column("provincie", "text", "PV code"),
    ),
)
