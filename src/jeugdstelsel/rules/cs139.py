"""CS139: The unknown parts of a Geboortedatum hold 01 and 1900, as DatumGebruik says."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CLIENT, RELATIE, rows_where

RULE = Rule(
    "CS139",
    needs=("client", "relatie"),
    violations=rows_where(
        "(datum_gebruik = '3' AND geboortedatum <> DATE '1900-01-01')"
        " OR (datum_gebruik = '2' AND (MONTH(geboortedatum) <> 1 OR DAY(geboortedatum) <> 1))"
        " OR (datum_gebruik = '1' AND DAY(geboortedatum) <> 1)",
        CLIENT,
        RELATIE,
    ),
    herstel="Vul onbekende delen van de geboortedatum met 01 en 1900, of pas het datumgebruik aan.",
)
