"""CS318: The young person is a natural person: NaamGebruik is not 6."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CLIENT, rows_where

RULE = Rule(
    "CS318",
    needs=("client",),
    violations=rows_where("naam_gebruik = '6'", CLIENT),
    herstel="Gebruik naamgebruik 6 niet voor de jeugdige.",
)
