"""CS089: A Dutch Postcode is four digits, the first not 0, and two letters without a blank; absent breaks it too."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import CONTACT, RELATIE_CONTACT, rows_where

RULE = Rule(
    "CS089",
    needs=("contact",),
    violations=rows_where(
        "land_code = 'NL' AND NOT COALESCE(past(postcode, '^[1-9][0-9][0-9][0-9][A-Za-z][A-Za-z]$'), FALSE)",
        CONTACT,
        RELATIE_CONTACT,
    ),
    herstel="Vul de Nederlandse postcode in als vier cijfers en twee letters, zonder spatie.",
)
