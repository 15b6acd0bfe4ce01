"""CD086: A request under study (2) has no reason of rejection."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import ANTWOORD, rows_where

RULE = Rule(
    "CD086",
    needs=("antwoord",),
    violations=rows_where("verzoek_antwoord = '2' AND reden_afwijzing_verzoek IS NOT NULL", ANTWOORD),
    herstel="Laat de reden van afwijzing weg zolang het verzoek in onderzoek is.",
)
