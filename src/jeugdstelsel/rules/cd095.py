"""CD095: From 2021 on a AangevraagdProduct without a Code has no Omvang."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, rows_where

RULE = Rule(
    "CD095",
    needs=("aangevraagd_product",),
    violations=rows_where(
        "product_code IS NULL AND volume IS NOT NULL AND ({einddatum} IS NULL OR {einddatum} > DATE '2020-12-31')",
        AANGEVRAAGD,
    ),
    herstel="Vul de productcode in, of laat de omvang weg.",
)
