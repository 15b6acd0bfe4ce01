"""TR002: A Geboortedatum is at most 120 years before the dagtekening, unless it is wholly unknown."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CLIENT, RELATIE, rows_with_header_where

RULE = Rule(
    "TR002",
    needs=("bericht", "client", "relatie"),
    violations=rows_with_header_where(
        "plus_maanden(geboortedatum, 1440) < dagtekening"
        " AND NOT COALESCE(datum_gebruik = '3' AND geboortedatum = DATE '1900-01-01', FALSE)",
        CLIENT,
        RELATIE,
    ),
    herstel="Controleer de geboortedatum: die ligt meer dan 120 jaar voor de dagtekening.",
)
