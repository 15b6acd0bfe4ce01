"""TR018: A stop is not before its start."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import STOP, rows_where

RULE = Rule(
    "TR018",
    needs=("melding",),
    violations=rows_where("einddatum < begindatum", STOP),
    herstel="Vul een einddatum in die op of na de begindatum ligt.",
)
