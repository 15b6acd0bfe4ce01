"""TR366: A prestatie that is sent back stands in the declaration."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR366",
    needs=("reeks_prestatie", "reeks_prestatie_antwoord"),
    violations={
        "Prestatie": """
        SELECT a.bericht_id, a.regelnummer
        FROM reeks_prestatie_antwoord a
        WHERE NOT EXISTS (
            SELECT 1 FROM reeks_prestatie p
            WHERE p.bericht_id = a.declaratie_bericht_id AND p.referentie_nummer = a.referentie_nummer
              AND COALESCE(p.vorig_referentie_nummer, '') = COALESCE(a.vorig_referentie_nummer, '')
        )
        """,
    },
    herstel="Neem de ProductReferentie van de prestatie uit de declaratie over.",
)
