"""CD080: From 2021 on a ToegewezenProduct without a Code has no Omvang."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import TOEGEWEZEN, rows_where

RULE = Rule(
    "CD080",
    needs=("toegewezen_product",),
    violations=rows_where(
        "product_code IS NULL AND volume IS NOT NULL AND ({einddatum} IS NULL OR {einddatum} > DATE '2020-12-31')",
        TOEGEWEZEN,
    ),
    herstel="Vul de productcode in, of laat de omvang weg.",
)
