"""CS058: StatusAanlevering is 1 (first) or 3 (remove)."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import START, STOP, rows_where

RULE = Rule(
    "CS058",
    needs=("melding",),
    violations=rows_where("status_aanlevering NOT IN ('1', '3')", START, STOP),
    herstel="Gebruik status 1 (eerste aanlevering) of 3 (verwijderen).",
)
