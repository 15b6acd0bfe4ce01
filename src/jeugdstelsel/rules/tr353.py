"""TR353: A verzoek om wijziging asks for at least one change or new product."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR353",
    needs=("verzoek", "wijziging"),
    violations={
        "Verzoek": """
        SELECT verzoek.bericht_id, verzoek.regelnummer
        FROM verzoek
        WHERE NOT EXISTS (
            SELECT 1 FROM wijziging
            WHERE wijziging.bericht_id = verzoek.bericht_id
              AND wijziging.soort IN ('te_wijzigen', 'nieuw'))
        """
    },
    herstel="Vraag ten minste één wijziging of één nieuw product aan.",
)
