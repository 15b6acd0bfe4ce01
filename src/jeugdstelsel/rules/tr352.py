"""TR352: A verzoek om wijziging names at least one product that is now assigned."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR352",
    needs=("verzoek", "wijziging"),
    violations={
        "Verzoek": """
        SELECT verzoek.bericht_id, verzoek.regelnummer
        FROM verzoek
        WHERE NOT EXISTS (
            SELECT 1 FROM wijziging
            WHERE wijziging.bericht_id = verzoek.bericht_id
              AND wijziging.soort IN ('ongewijzigd', 'te_wijzigen'))
        """
    },
    herstel="Neem alle lopende toewijzingen op, ongewijzigd of te wijzigen.",
)
