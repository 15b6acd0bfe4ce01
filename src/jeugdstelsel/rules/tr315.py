"""TR315: A VorigReferentieNummer occurs once in a message, over all Clients."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR315",
    needs=("prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, MAX(regelnummer) AS regelnummer
        FROM prestatie
        WHERE vorig_referentie_nummer IS NOT NULL
        GROUP BY bericht_id, vorig_referentie_nummer
        HAVING COUNT(*) > 1
        """
    },
    herstel="Crediteer een prestatie maar één keer in een bericht.",
)
