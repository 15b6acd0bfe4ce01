"""TR377: A rejection on the woonplaatsbeginsel (8) names the other gemeente."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import ANTWOORD, rows_where

RULE = Rule(
    "TR377",
    needs=("antwoord",),
    violations=rows_where("reden_afwijzing_verzoek = '8' AND woonplaats_gemeente IS NULL", ANTWOORD),
    herstel="Noem de gemeente die volgens het woonplaatsbeginsel verantwoordelijk is.",
)
