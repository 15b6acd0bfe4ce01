"""The young people that a JW317, JW323 or JW325 names."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.reeks import VOLGORDE

TABLE = Table(
    "reeks_client",
    "De jongeren die een JW317, JW323 of JW325 noemt.",
    key=("bericht_id", "regelnummer"),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de Client binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("client", "text", "pseudoniem van de jongere"),
        VOLGORDE,
    ),
    stored=False,
)
