"""TR382: A stop repeats the key of an actual start."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR382",
    needs=("reeks_melding",),
    violations={
        "StopProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'stop' AND NOT EXISTS (
            SELECT 1 FROM reeks_melding v
            WHERE v.soort = 'start' AND v.sleutel = m.sleutel AND v.begindatum = m.begindatum
              AND v.wereld = m.wereld AND v.status_aanlevering = '1'
              AND v.plek < m.plek AND (v.tot IS NULL OR v.tot >= m.plek)
        )
        """,
    },
    herstel="Neem ToewijzingNummer, Product en Begindatum van de start over.",
)
