"""CS338: From 2021 on a product in days, dayparts, euros or pieces (14, 16, 83, 84) is not per day."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import NIEUW, TE_WIJZIGEN, TOEGEWEZEN, rows_where

RULE = Rule(
    "CS338",
    needs=("toegewezen_product", "wijziging"),
    violations=rows_where(
        "eenheid IN ('14', '16', '83', '84') AND frequentie NOT IN ('2', '4', '6')"
        " AND ({einddatum} IS NULL OR {einddatum} > DATE '2020-12-31')",
        TOEGEWEZEN,
        TE_WIJZIGEN,
        NIEUW,
    ),
    herstel="Kies bij deze eenheid frequentie 2 (per week), 4 (per maand) of 6 (totaal).",
)
