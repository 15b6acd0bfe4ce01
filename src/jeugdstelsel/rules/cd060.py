"""CD060: A credit, and only a credit, refers to an earlier Prestatie; blanks alone are no reference."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.klassen import PRESTATIE, PRESTATIE_ANTWOORD, rows_where

RULE = Rule(
    "CD060",
    needs=("prestatie", "prestatie_antwoord"),
    violations=rows_where(
        "(debet_credit = 'C') <> COALESCE(TRIM(vorig_referentie_nummer) <> '', FALSE)", PRESTATIE, PRESTATIE_ANTWOORD
    ),
    herstel="Vul bij een creditregel het vorige referentienummer in en laat het bij een debetregel weg.",
)
