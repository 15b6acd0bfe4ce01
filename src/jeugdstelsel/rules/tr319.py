"""TR319: A ProductPeriode lies in or before the DeclaratiePeriode.

The report places it at level 3 with a return code of its own, but one message is enough to judge it.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR319",
    needs=("declaratie", "prestatie"),
    violations={
        "Prestatie": """
        SELECT prestatie.bericht_id, prestatie.regelnummer
        FROM prestatie
        JOIN declaratie ON declaratie.bericht_id = prestatie.bericht_id
        WHERE prestatie.einddatum > declaratie.einddatum
           OR prestatie.begindatum > declaratie.einddatum
        """
    },
    herstel="Declareer deze prestatie in de declaratie van een latere maand.",
)
