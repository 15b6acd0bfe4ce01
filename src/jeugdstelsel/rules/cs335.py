"""CS335: A removed toewijzing (reason 13) ends on its first day; without a last day it is left alone."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import TOEGEWEZEN, rows_where

RULE = Rule(
    "CS335",
    needs=("toegewezen_product",),
    violations=rows_where("reden_wijziging = '13' AND ingangsdatum <> einddatum", TOEGEWEZEN),
    herstel="Maak de einddatum gelijk aan de ingangsdatum als de toewijzing verwijderd is (reden 13).",
)
