"""TR379: A toewijzing names a ReferentieAanbieder only when it grants a request."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR379",
    needs=("reeks_toewijzing", "reeks_verzoek"),
    violations={
        "ToegewezenProduct": """
        SELECT t.bericht_id, t.regelnummer
        FROM reeks_toewijzing t
        WHERE t.referentie_aanbieder IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM reeks_verzoek v
            WHERE v.gemeente = t.gemeente AND v.aanbieder = t.aanbieder
              AND v.referentie_aanbieder = t.referentie_aanbieder
              AND v.geldig AND v.volgorde < t.volgorde
        )
        """,
    },
    herstel="Laat ReferentieAanbieder leeg, of neem die van het verzoek over.",
)
