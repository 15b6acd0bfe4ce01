"""CD077: A product with a Budget has no Omvang."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, NIEUW, TE_WIJZIGEN, TOEGEWEZEN, rows_where

RULE = Rule(
    "CD077",
    needs=("aangevraagd_product", "toegewezen_product", "wijziging"),
    violations=rows_where("budget IS NOT NULL AND volume IS NOT NULL", TOEGEWEZEN, AANGEVRAAGD, TE_WIJZIGEN, NIEUW),
    herstel="Laat de omvang weg als er een budget is.",
)
