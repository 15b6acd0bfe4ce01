"""TR338: A prestatie names a toewijzing of this young person."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR338",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE NOT toewijzing
        """,
    },
    herstel="Neem het ToewijzingNummer over uit de toewijzing van deze jeugdige.",
)
