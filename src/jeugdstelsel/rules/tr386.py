"""TR386: Requests for the same product in one message do not overlap."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, overlaps

RULE = Rule(
    "TR386",
    needs=("aangevraagd_product",),
    violations=overlaps(AANGEVRAAGD),
    herstel="Laat de perioden van hetzelfde product niet overlappen.",
)
