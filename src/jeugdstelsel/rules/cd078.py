"""CD078: A product with an Omvang has no Budget; always broken together with CD077."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, NIEUW, TE_WIJZIGEN, TOEGEWEZEN, rows_where

RULE = Rule(
    "CD078",
    needs=("aangevraagd_product", "toegewezen_product", "wijziging"),
    violations=rows_where("volume IS NOT NULL AND budget IS NOT NULL", TOEGEWEZEN, AANGEVRAAGD, TE_WIJZIGEN, NIEUW),
    herstel="Laat het budget weg als er een omvang is.",
)
