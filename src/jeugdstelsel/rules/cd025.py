"""CD025: A Dutch address has a house number."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CONTACT, RELATIE_CONTACT, rows_where

RULE = Rule(
    "CD025",
    needs=("contact",),
    violations=rows_where("land_code = 'NL' AND NOT huis", CONTACT, RELATIE_CONTACT),
    herstel="Vul het huisnummer van het Nederlandse adres in.",
)
