"""CD068: A referrer of another type than 02-05 has no ZorgverlenerCode."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, rows_where

RULE = Rule(
    "CD068",
    needs=("aangevraagd_product",),
    violations=rows_where("verwijzer_type NOT IN ('02', '03', '04', '05') AND zorgverlener_code", AANGEVRAAGD),
    herstel="Laat de zorgverlenercode weg bij dit type verwijzer.",
)
