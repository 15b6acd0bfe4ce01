"""TR321: The volume of one prestatie fits the Omvang for its period. A credit repeats its debit and is not judged."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.omvang import MAXIMUM_IN_PERIODE, VERGELIJKBAAR, VOLUME

RULE = Rule(
    "TR321",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": f"""
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE debet_credit = 'D' AND {VERGELIJKBAAR}
          AND {VOLUME} > {MAXIMUM_IN_PERIODE}
        """,
    },
    herstel="Declareer niet meer dan de omvang van de toewijzing in deze periode toelaat.",
)
