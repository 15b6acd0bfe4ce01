"""TR063: A removal takes away a start or stop that was sent before and is not yet removed."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR063",
    needs=("reeks_melding",),
    violations={
        "StartProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'start' AND m.status_aanlevering = '3' AND NOT EXISTS (
            SELECT 1 FROM reeks_melding v
            WHERE v.soort = 'start' AND v.sleutel = m.sleutel AND v.begindatum = m.begindatum
              AND v.wereld = m.wereld AND v.status_aanlevering = '1'
              AND v.plek < m.plek AND (v.tot IS NULL OR v.tot >= m.plek)
        )
        """,
        "StopProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'stop' AND m.status_aanlevering = '3' AND NOT EXISTS (
            SELECT 1 FROM reeks_melding v
            WHERE v.soort = 'stop' AND v.sleutel = m.sleutel AND v.begindatum = m.begindatum
              AND v.einddatum = m.einddatum AND v.reden_beeindiging = m.reden_beeindiging
              AND v.wereld = m.wereld AND v.status_aanlevering = '1'
              AND v.plek < m.plek AND (v.tot IS NULL OR v.tot >= m.plek)
        )
        """,
    },
    herstel="Verwijder alleen wat eerder met precies dezelfde sleutel is aangeleverd.",
)
