"""CS003: The last day is not before the first; a contact period with a last day has a first."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import (
    AANGEVRAAGD,
    CONTACT,
    NIEUW,
    RELATIE_CONTACT,
    TE_WIJZIGEN,
    TOEGEWEZEN,
    merge,
    rows_where,
)

RULE = Rule(
    "CS003",
    needs=("aangevraagd_product", "contact", "toegewezen_product", "wijziging"),
    violations=merge(
        rows_where(
            "einddatum IS NOT NULL AND (begindatum IS NULL OR einddatum < begindatum)",
            CONTACT,
            RELATIE_CONTACT,
        ),
        rows_where("{einddatum} < {ingangsdatum}", TOEGEWEZEN, AANGEVRAAGD, TE_WIJZIGEN, NIEUW),
    ),
    herstel="Vul een einddatum in die op of na de begindatum ligt.",
)
