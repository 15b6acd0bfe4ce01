"""CS050: With a Partnernaam NaamGebruik is 1-4, without it 1 or 6; so 5 is never right."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CLIENT, RELATIE, rows_where

RULE = Rule(
    "CS050",
    needs=("client", "relatie"),
    violations=rows_where(
        "naam_gebruik <> '1'"
        " AND NOT (partnernaam AND naam_gebruik IN ('2', '3', '4'))"
        " AND NOT (NOT partnernaam AND naam_gebruik = '6')",
        CLIENT,
        RELATIE,
    ),
    herstel="Kies een naamgebruik dat past: met partnernaam 1, 2, 3 of 4, zonder partnernaam 1 of 6.",
)
