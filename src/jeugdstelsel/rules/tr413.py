"""TR413: A start has one temporary stop."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR413",
    needs=("reeks_melding",),
    violations={
        "StopProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'stop' AND m.status_aanlevering = '1' AND m.reden_beeindiging = '20' AND EXISTS (
            SELECT 1 FROM reeks_melding v
            WHERE v.soort = 'stop' AND v.sleutel = m.sleutel AND v.begindatum = m.begindatum
              AND v.reden_beeindiging = '20'
              AND v.wereld = m.wereld AND v.status_aanlevering = '1'
              AND v.plek < m.plek AND (v.tot IS NULL OR v.tot >= m.plek)
        )
        """,
    },
    herstel="Meld een tijdelijke stop één keer, of verwijder de eerdere.",
)
