"""CD076: An Omvang per week has a last day."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, NIEUW, TE_WIJZIGEN, TOEGEWEZEN, rows_where

RULE = Rule(
    "CD076",
    needs=("aangevraagd_product", "toegewezen_product", "wijziging"),
    violations=rows_where("frequentie = '2' AND {einddatum} IS NULL", TOEGEWEZEN, AANGEVRAAGD, TE_WIJZIGEN, NIEUW),
    herstel="Vul de einddatum in bij een omvang per week.",
)
