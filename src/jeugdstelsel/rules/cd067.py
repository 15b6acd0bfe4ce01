"""CD067: A referrer of type 02-05 without a ZorgverlenerCode has a Naam."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import AANGEVRAAGD, rows_where

RULE = Rule(
    "CD067",
    needs=("aangevraagd_product",),
    violations=rows_where(
        "verwijzer_type IN ('02', '03', '04', '05') AND NOT zorgverlener_code AND NOT verwijzer_naam", AANGEVRAAGD
    ),
    herstel="Vul de zorgverlenercode of anders de naam van de verwijzer in.",
)
