"""TR337: An answer names a declaration that was received.

A declaration that was refused as a message (0001) is not in the stream; its answer is left alone.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR337",
    needs=("reeks_declaratie_antwoord",),
    violations={
        "Header": """
        SELECT bericht_id, 0 AS regelnummer
        FROM reeks_declaratie_antwoord
        WHERE declaratie_bericht_id IS NULL AND NOT technisch_afgekeurd
        """,
    },
    herstel="Neem in DeclaratieIdentificatie de Identificatie en Dagtekening van de declaratie over.",
)
