"""TR380: A new product begins after the dagtekening."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import NIEUW, rows_with_header_where

RULE = Rule(
    "TR380",
    needs=("bericht", "wijziging"),
    violations=rows_with_header_where("{ingangsdatum} <= dagtekening", NIEUW),
    herstel="Vraag het nieuwe product aan met een ingangsdatum na de dagtekening.",
)
