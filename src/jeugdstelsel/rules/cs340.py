"""CS340: DeclaratiePeriode is exactly one calendar month."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import DECLARATIE, rows_where

RULE = Rule(
    "CS340",
    needs=("declaratie",),
    violations=rows_where(
        "begindatum <> eerste_van_maand(begindatum) OR einddatum <> laatste_van_maand(begindatum)", DECLARATIE
    ),
    herstel="Laat de declaratieperiode lopen van de eerste tot en met de laatste dag van een maand.",
)
