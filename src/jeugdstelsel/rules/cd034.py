"""CD034: A BRP address (01) and a place of stay (03) have a Postcode."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CONTACT, RELATIE_CONTACT, rows_where

RULE = Rule(
    "CD034",
    needs=("contact",),
    violations=rows_where("soort IN ('01', '03') AND postcode IS NULL", CONTACT, RELATIE_CONTACT),
    herstel="Vul de postcode van het BRP-adres of verblijfadres in.",
)
