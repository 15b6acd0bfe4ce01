"""TR056: A sender uses the Identificatie of a message once per message type."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR056",
    needs=("reeks_bericht",),
    violations={
        "Header": """
        SELECT b.bericht_id, 0 AS regelnummer
        FROM reeks_bericht b
        JOIN (
            SELECT afzender, berichtsoort, identificatie, MIN(volgorde) AS eerste
            FROM reeks_bericht
            WHERE geldig
            GROUP BY afzender, berichtsoort, identificatie
        ) e ON e.afzender = b.afzender AND e.berichtsoort = b.berichtsoort AND e.identificatie = b.identificatie
        WHERE e.eerste < b.volgorde
        """,
    },
    herstel="Geef elk bericht van dezelfde soort een eigen Identificatie.",
)
