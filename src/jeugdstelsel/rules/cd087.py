"""CD087: ProductTarief is present unless the unit is euros (83)."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import PRESTATIE, rows_where

RULE = Rule(
    "CD087",
    needs=("prestatie",),
    violations=rows_where("(eenheid <> '83') <> (product_tarief IS NOT NULL)", PRESTATIE),
    herstel="Vul het tarief in, behalve bij eenheid 83 (euro's): laat het daar weg.",
)
