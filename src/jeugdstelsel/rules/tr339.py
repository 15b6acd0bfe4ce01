"""TR339: The category of a prestatie is the category of the toewijzing."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR339",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM reeks_prestatie
        WHERE toewijzing AND product_categorie <> toegewezen_categorie
        """,
    },
    herstel="Declareer de ProductCategorie die is toegewezen.",
)
