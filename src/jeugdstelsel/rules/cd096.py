"""CD096: From 2021 on a NieuwProduct without a Code has no Omvang."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import NIEUW, rows_where

RULE = Rule(
    "CD096",
    needs=("wijziging",),
    violations=rows_where(
        "product_code IS NULL AND volume IS NOT NULL AND ({einddatum} IS NULL OR {einddatum} > DATE '2020-12-31')",
        NIEUW,
    ),
    herstel="Vul de productcode in, of laat de omvang weg.",
)
