"""TR340: The code of a prestatie is the code of the toewijzing, when that names one."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR340",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE toewijzing AND product_code <> toegewezen_code
        """,
    },
    herstel="Declareer de ProductCode die is toegewezen.",
)
