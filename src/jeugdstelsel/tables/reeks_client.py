"""The young people that a JW317, JW323 or JW325 names."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.reeks import VOLGORDE

TABLE = Table(
    "reeks_client",
    "The young people that a JW317, JW323 or JW325 names.",
    key=("bericht_id", "regelnummer"),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the Client within the message, from 1"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("client", "text", "pseudonym of the young person"),
        VOLGORDE,
    ),
    stored=False,
)
