"""TR071: A start is not removed while its stop is there."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR071",
    needs=("reeks_melding",),
    violations={
        "StartProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'start' AND m.status_aanlevering = '3' AND EXISTS (
            SELECT 1 FROM reeks_melding v
            WHERE v.soort = 'stop' AND v.sleutel = m.sleutel AND v.begindatum = m.begindatum
              AND v.wereld = m.wereld AND v.status_aanlevering = '1'
              AND v.plek < m.plek AND (v.tot IS NULL OR v.tot >= m.plek)
        )
        """,
    },
    herstel="Verwijder eerst de stop en daarna de start.",
)
