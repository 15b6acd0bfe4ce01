"""CD041: A product with a Code has an Omvang."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, NIEUW, TOEGEWEZEN, rows_where

RULE = Rule(
    "CD041",
    needs=("aangevraagd_product", "toegewezen_product", "wijziging"),
    violations=rows_where("product_code IS NOT NULL AND volume IS NULL", TOEGEWEZEN, AANGEVRAAGD, NIEUW),
    herstel="Vul de omvang in bij een product met een productcode.",
)
