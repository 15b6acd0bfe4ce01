"""CD005: LandCode and Postcode are both present or both absent."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CONTACT, RELATIE_CONTACT, rows_where

RULE = Rule(
    "CD005",
    needs=("contact",),
    violations=rows_where("(postcode IS NULL) <> (land_code IS NULL)", CONTACT, RELATIE_CONTACT),
    herstel="Vul postcode en landcode allebei in, of laat ze allebei weg.",
)
