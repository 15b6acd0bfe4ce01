"""TR137: A billed period ends on or after its first day and not after the dagtekening."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import DECLARATIE, PRESTATIE, PRESTATIE_ANTWOORD, rows_with_header_where

RULE = Rule(
    "TR137",
    needs=("bericht", "declaratie", "prestatie", "prestatie_antwoord"),
    violations=rows_with_header_where(
        "einddatum < begindatum OR einddatum > dagtekening",
        DECLARATIE,
        PRESTATIE,
        PRESTATIE_ANTWOORD,
    ),
    herstel="Vul een einddatum in die niet voor de begindatum en niet na de dagtekening ligt.",
)
