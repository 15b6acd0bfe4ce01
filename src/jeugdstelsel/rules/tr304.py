"""TR304: The young person is known: the provider was sent a toewijzing for them by this gemeente."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR304",
    needs=("reeks_client", "reeks_toewijzing"),
    violations={
        "Client": """
        SELECT c.bericht_id, c.regelnummer
        FROM reeks_client c
        WHERE NOT EXISTS (
            SELECT 1 FROM reeks_toewijzing t
            WHERE t.gemeente = c.gemeente AND t.aanbieder = c.aanbieder AND t.client = c.client
              AND t.geldig AND t.volgorde < c.volgorde
        )
        """,
    },
    herstel="Controleer het BSN; er is geen toewijzing van deze gemeente aan deze aanbieder voor deze jeugdige.",
)
