"""CS339: With unit euros (83) the amount equals the volume."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import PRESTATIE, rows_where

RULE = Rule(
    "CS339",
    needs=("prestatie",),
    violations=rows_where("eenheid = '83' AND ingediend_bedrag <> geleverd_volume", PRESTATIE),
    herstel="Maak bedrag en volume gelijk bij eenheid 83 (euro's).",
)
