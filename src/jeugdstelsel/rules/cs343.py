"""CS343: From 2021 on a requested product in days, dayparts, euros or pieces (14, 16, 83, 84) is not per day."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, rows_where

RULE = Rule(
    "CS343",
    needs=("aangevraagd_product",),
    violations=rows_where(
        "eenheid IN ('14', '16', '83', '84') AND frequentie NOT IN ('2', '4', '6')"
        " AND ({einddatum} IS NULL OR {einddatum} > DATE '2020-12-31')",
        AANGEVRAAGD,
    ),
    herstel="Kies bij deze eenheid frequentie 2 (per week), 4 (per maand) of 6 (totaal).",
)
