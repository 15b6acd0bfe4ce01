"""TR341: The unit of a prestatie is the unit of the toewijzing; hours may be billed in minutes."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR341",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE toewijzing AND eenheid <> toegewezen_eenheid AND NOT (toegewezen_eenheid = '04' AND eenheid = '01')
        """,
    },
    herstel="Declareer in de eenheid van de toewijzing; uren mogen ook in minuten.",
)
