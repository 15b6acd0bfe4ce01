"""TR347: A provider uses a ReferentieAanbieder for one request."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR347",
    needs=("reeks_verzoek",),
    violations={
        "AangevraagdProduct": """
        SELECT v.bericht_id, v.regelnummer
        FROM reeks_verzoek v
        JOIN (
            SELECT aanbieder, referentie_aanbieder, MIN(volgorde) AS eerste
            FROM reeks_verzoek
            WHERE geldig
            GROUP BY aanbieder, referentie_aanbieder
        ) e ON e.aanbieder = v.aanbieder AND e.referentie_aanbieder = v.referentie_aanbieder
        WHERE v.klasse = 'AangevraagdProduct' AND e.eerste < v.volgorde
        """,
        "Verzoek": """
        SELECT v.bericht_id, v.regelnummer
        FROM reeks_verzoek v
        JOIN (
            SELECT aanbieder, referentie_aanbieder, MIN(volgorde) AS eerste
            FROM reeks_verzoek
            WHERE geldig
            GROUP BY aanbieder, referentie_aanbieder
        ) e ON e.aanbieder = v.aanbieder AND e.referentie_aanbieder = v.referentie_aanbieder
        WHERE v.klasse = 'Verzoek' AND e.eerste < v.volgorde
        """,
    },
    herstel="Geef elk verzoek een eigen ReferentieAanbieder.",
)
