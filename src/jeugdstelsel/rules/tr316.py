"""TR316: A credit does not refer to a Prestatie of the same message, over all Clients."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR316",
    needs=("prestatie",),
    violations={
        "Prestatie": """
        SELECT DISTINCT credit.bericht_id, credit.regelnummer
        FROM prestatie credit
        JOIN prestatie debet
          ON debet.bericht_id = credit.bericht_id
         AND debet.referentie_nummer = credit.vorig_referentie_nummer
        WHERE credit.vorig_referentie_nummer IS NOT NULL
        """
    },
    herstel="Laat de debetregel en de creditregel allebei weg, of crediteer in een later bericht.",
)
