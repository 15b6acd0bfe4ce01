"""TR384: Nothing is billed on a removed toewijzing.

A credit repeats its debit, so only debits are judged.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR384",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE toewijzing AND debet_credit = 'D' AND toegewezen_reden = '13'
        """,
    },
    herstel="Declareer niet op een toewijzing die is verwijderd.",
)
