"""CS337: ProductPeriode lies within one calendar month."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import PRESTATIE, rows_where

RULE = Rule(
    "CS337",
    needs=("prestatie",),
    violations=rows_where(
        "einddatum > laatste_van_maand(begindatum) OR einddatum < eerste_van_maand(begindatum)", PRESTATIE
    ),
    herstel="Splits de prestatie per kalendermaand.",
)
