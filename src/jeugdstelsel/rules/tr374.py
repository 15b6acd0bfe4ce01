"""TR374: A provider has one open request per young person.

The source names no klasse, so neither do we.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR374",
    needs=("reeks_antwoord", "reeks_toewijzing", "reeks_verzoek"),
    violations={
        "": """
        WITH vraag AS (
            SELECT DISTINCT bericht_id, gemeente, aanbieder, client, volgorde FROM reeks_verzoek
        ), slot AS (
            SELECT gemeente, aanbieder, referentie_aanbieder, volgorde
            FROM reeks_toewijzing WHERE geldig AND referentie_aanbieder IS NOT NULL
            UNION ALL
            SELECT gemeente, aanbieder, referentie_aanbieder, volgorde
            FROM reeks_antwoord WHERE geldig AND verzoek_antwoord = '1'
        )
        SELECT DISTINCT v.bericht_id, 0 AS regelnummer
        FROM vraag v
        JOIN reeks_verzoek e ON e.gemeente = v.gemeente AND e.aanbieder = v.aanbieder AND e.client = v.client
         AND e.geldig AND e.volgorde < v.volgorde
        WHERE NOT EXISTS (
            SELECT 1 FROM slot s
            WHERE s.gemeente = e.gemeente AND s.aanbieder = e.aanbieder
              AND s.referentie_aanbieder = e.referentie_aanbieder
              AND s.volgorde > e.volgorde AND s.volgorde < v.volgorde
        )
        """,
    },
    herstel="Wacht met een nieuw verzoek tot het vorige met een toewijzing of afwijzing is beantwoord.",
)
