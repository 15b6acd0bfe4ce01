"""CD075: A product with a Budget has a last day.

The table of allowed toewijzingen lets outputgericht generiek and category 55 have a Budget without a last day;
the rule does not, and the rule is what is judged.
"""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, NIEUW, TE_WIJZIGEN, TOEGEWEZEN, rows_where

RULE = Rule(
    "CD075",
    needs=("aangevraagd_product", "toegewezen_product", "wijziging"),
    violations=rows_where("budget IS NOT NULL AND {einddatum} IS NULL", TOEGEWEZEN, AANGEVRAAGD, TE_WIJZIGEN, NIEUW),
    herstel="Vul de einddatum in bij een product met een budget.",
)
