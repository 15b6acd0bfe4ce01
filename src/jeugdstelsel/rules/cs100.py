"""CS100: The periods of a declaration begin in 2021 or later."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import DECLARATIE, PRESTATIE, rows_where

RULE = Rule(
    "CS100",
    needs=("declaratie", "prestatie"),
    violations=rows_where("begindatum < DATE '2021-01-01'", DECLARATIE, PRESTATIE),
    herstel="Declareer met dit bericht alleen hulp vanaf 1 januari 2021.",
)
