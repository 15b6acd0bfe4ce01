"""TR308: A ProductPeriode does not end after the toewijzing.

A credit repeats its debit, so only debits are judged.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR308",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE toewijzing AND debet_credit = 'D' AND einddatum > toegewezen_einddatum
        """,
    },
    herstel="Declareer niet over dagen na de einddatum van de toewijzing.",
)
