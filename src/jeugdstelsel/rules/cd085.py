"""CD085: A rejection (1) has a reason."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import ANTWOORD, rows_where

RULE = Rule(
    "CD085",
    needs=("antwoord",),
    violations=rows_where("verzoek_antwoord = '1' AND reden_afwijzing_verzoek IS NULL", ANTWOORD),
    herstel="Vul de reden van de afwijzing in.",
)
