"""CD007: Taal is filled when, and only when, a language interpreter (1) is needed."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CLIENT, rows_where

RULE = Rule(
    "CD007",
    needs=("client",),
    violations=rows_where("(communicatie_vorm = '1') <> communicatie_taal", CLIENT),
    herstel="Vul de taal in bij een tolk voor taal (vorm 1) en laat de taal bij andere vormen weg.",
)
