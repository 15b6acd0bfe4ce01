"""TR307: A ProductPeriode does not begin before the toewijzing.

A credit repeats its debit, so only debits are judged.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR307",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE toewijzing AND debet_credit = 'D' AND begindatum < toegewezen_ingangsdatum
        """,
    },
    herstel="Declareer niet over dagen vóór de ingangsdatum van de toewijzing.",
)
