"""CD079: Without a Budget the Product is present."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, NIEUW, TOEGEWEZEN, rows_where

RULE = Rule(
    "CD079",
    needs=("aangevraagd_product", "toegewezen_product", "wijziging"),
    violations=rows_where("budget IS NULL AND product_categorie IS NULL", TOEGEWEZEN, AANGEVRAAGD, NIEUW),
    herstel="Vul het product in, of geef een budget op.",
)
