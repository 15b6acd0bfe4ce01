"""TR355: An answer names a request that was received."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR355",
    needs=("reeks_antwoord", "reeks_verzoek"),
    violations={
        "Antwoord": """
        SELECT a.bericht_id, a.regelnummer
        FROM reeks_antwoord a
        WHERE NOT EXISTS (
            SELECT 1 FROM reeks_verzoek v
            WHERE v.gemeente = a.gemeente AND v.aanbieder = a.aanbieder
              AND v.referentie_aanbieder = a.referentie_aanbieder
              AND v.geldig AND v.volgorde < a.volgorde
        )
        """,
    },
    herstel="Neem de ReferentieAanbieder van het verzoek over.",
)
