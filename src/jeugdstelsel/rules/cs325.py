"""CS325: An amount of zero is a debit."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import DECLARATIE, DECLARATIE_ANTWOORD, PRESTATIE, PRESTATIE_ANTWOORD, merge, rows_where

RULE = Rule(
    "CS325",
    needs=("declaratie", "declaratie_antwoord", "prestatie", "prestatie_antwoord"),
    violations=merge(
        rows_where("totaal_bedrag = 0 AND debet_credit = 'C'", DECLARATIE),
        rows_where(
            "(ingediend_bedrag = 0 AND ingediend_debet_credit = 'C')"
            " OR (toegekend_bedrag = 0 AND toegekend_debet_credit = 'C')",
            DECLARATIE_ANTWOORD,
        ),
        rows_where("ingediend_bedrag = 0 AND debet_credit = 'C'", PRESTATIE, PRESTATIE_ANTWOORD),
    ),
    herstel="Gebruik D (debet) bij een bedrag van nul.",
)
