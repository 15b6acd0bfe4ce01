"""TR335: A Prestatie ends at most five years (60 months) before DeclaratieDagtekening."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR335",
    needs=("declaratie", "prestatie"),
    violations={
        "Prestatie": """
        SELECT prestatie.bericht_id, prestatie.regelnummer
        FROM prestatie
        JOIN declaratie ON declaratie.bericht_id = prestatie.bericht_id
        WHERE prestatie.einddatum < plus_maanden(declaratie.declaratie_dagtekening, -60)
        """
    },
    herstel="Laat prestaties weg die meer dan vijf jaar oud zijn.",
)
