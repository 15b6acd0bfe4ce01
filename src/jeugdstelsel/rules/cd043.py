"""CD043: BeschikkingNummer and BeschikkingIngangsdatum are both present or both absent."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, rows_where

RULE = Rule(
    "CD043",
    needs=("aangevraagd_product",),
    violations=rows_where("(beschikking_nummer IS NULL) <> (beschikking_ingangsdatum IS NULL)", AANGEVRAAGD),
    herstel="Vul nummer en ingangsdatum van de beschikking allebei in, of laat ze allebei weg.",
)
