"""CS003: The last day is not before the first; a contact period with a last day has a first."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, CONTACT, NIEUW, RELATIE_CONTACT, TE_WIJZIGEN, TOEGEWEZEN, rows_where

RULE = Rule(
    "CS003",
    needs=("aangevraagd_product", "contact", "toegewezen_product", "wijziging"),
    violations=rows_where(
        "{einddatum} IS NOT NULL AND ({ingangsdatum} IS NULL OR {einddatum} < {ingangsdatum})",
        CONTACT,
        RELATIE_CONTACT,
        TOEGEWEZEN,
        AANGEVRAAGD,
        TE_WIJZIGEN,
        NIEUW,
    ),
    herstel="Vul een einddatum in die op of na de begindatum ligt.",
)
