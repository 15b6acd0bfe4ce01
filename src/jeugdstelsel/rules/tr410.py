"""TR410: New products of the same kind in one message do not overlap."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import NIEUW, overlaps

RULE = Rule(
    "TR410",
    needs=("wijziging",),
    violations=overlaps(NIEUW),
    herstel="Laat de perioden van hetzelfde product niet overlappen.",
)
