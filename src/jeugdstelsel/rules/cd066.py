"""CD066: A referrer of type 02-05 with a ZorgverlenerCode has no Naam."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, rows_where

RULE = Rule(
    "CD066",
    needs=("aangevraagd_product",),
    violations=rows_where(
        "verwijzer_type IN ('02', '03', '04', '05') AND zorgverlener_code AND verwijzer_naam", AANGEVRAAGD
    ),
    herstel="Laat de naam van de verwijzer weg als de zorgverlenercode is ingevuld.",
)
