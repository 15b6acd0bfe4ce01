"""TR302: Toewijzingen of the same product in a message do not overlap; one removed on its first day is left out."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import TOEGEWEZEN, overlaps

RULE = Rule(
    "TR302",
    needs=("toegewezen_product",),
    violations=overlaps(
        TOEGEWEZEN,
        "NOT COALESCE(reden_wijziging IN ('01', '13') AND ingangsdatum = einddatum, FALSE)",
    ),
    herstel="Laat de perioden van hetzelfde product niet overlappen.",
)
