"""CS336: Since release 3.1 the lapsed reason 01 is not used; a message of release 3.0 could not know that."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import TOEGEWEZEN, rows_with_header_where

RULE = Rule(
    "CS336",
    needs=("bericht", "toegewezen_product"),
    violations=rows_with_header_where("reden_wijziging = '01' AND release <> '3.0'", TOEGEWEZEN),
    herstel="Gebruik reden 13 (verwijderd) of 14 (administratieve correctie) in plaats van 01.",
)
