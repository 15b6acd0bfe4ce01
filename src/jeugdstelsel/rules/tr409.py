"""TR409: A rejection for another reason than 8 names no other gemeente; without a reason it is left alone."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import ANTWOORD, rows_where

RULE = Rule(
    "TR409",
    needs=("antwoord",),
    violations=rows_where("reden_afwijzing_verzoek <> '8' AND woonplaats_gemeente IS NOT NULL", ANTWOORD),
    herstel="Laat de andere gemeente weg, of gebruik afwijsreden 8 (woonplaatsbeginsel).",
)
