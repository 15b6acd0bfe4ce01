"""CS002: The BSN passes the elfproef; the number itself is only seen by ingest."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CLIENT, rows_where

RULE = Rule(
    "CS002",
    needs=("client",),
    violations=rows_where("NOT elfproef", CLIENT),
    herstel="Controleer het BSN: het voldoet niet aan de elfproef.",
)
