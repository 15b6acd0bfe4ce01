"""CS336: The lapsed reason 01 is not used."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import TOEGEWEZEN, rows_where

RULE = Rule(
    "CS336",
    needs=("toegewezen_product",),
    violations=rows_where("reden_wijziging = '01'", TOEGEWEZEN),
    herstel="Gebruik reden 13 (verwijderd) of 14 (administratieve correctie) in plaats van 01.",
)
