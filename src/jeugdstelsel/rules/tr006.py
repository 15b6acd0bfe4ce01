"""TR006: A Contact has a telephone, or a house number with a Postcode."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CONTACT, RELATIE_CONTACT, rows_where

RULE = Rule(
    "TR006",
    needs=("contact",),
    violations=rows_where("NOT telefoon AND (NOT huis OR postcode IS NULL)", CONTACT, RELATIE_CONTACT),
    herstel="Vul een telefoonnummer in, of een huisnummer met postcode.",
)
