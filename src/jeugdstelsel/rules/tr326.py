"""TR326: No new start while an earlier start of the same product has no stop."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR326",
    needs=("reeks_melding",),
    violations={
        "StartProduct": """
        SELECT DISTINCT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        JOIN reeks_melding v ON v.sleutel = m.sleutel AND v.wereld = m.wereld
         AND v.soort = 'start' AND v.status_aanlevering = '1'
         AND v.plek < m.plek AND (v.tot IS NULL OR v.tot >= m.plek)
        WHERE m.toetsen AND m.soort = 'start' AND m.status_aanlevering = '1' AND NOT EXISTS (
            SELECT 1 FROM reeks_melding s
            WHERE s.sleutel = m.sleutel AND s.begindatum = v.begindatum AND s.wereld = m.wereld
              AND s.soort = 'stop' AND s.status_aanlevering = '1'
              AND s.plek < m.plek AND (s.tot IS NULL OR s.tot >= m.plek)
        )
        """,
    },
    herstel="Stuur eerst de stop van de lopende levering.",
)
