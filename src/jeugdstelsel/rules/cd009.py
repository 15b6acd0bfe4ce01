"""CD009: Only a temporary address (04) has a Periode."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CONTACT, RELATIE_CONTACT, rows_where

RULE = Rule(
    "CD009",
    needs=("contact",),
    violations=rows_where("periode AND soort <> '04'", CONTACT, RELATIE_CONTACT),
    herstel="Laat de periode weg, of gebruik soort 04 als het een tijdelijk adres is.",
)
