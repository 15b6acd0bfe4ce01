"""TR414: A later stop of the same start does not lie before the earlier one."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR414",
    needs=("reeks_melding",),
    violations={
        "StopProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'stop' AND m.status_aanlevering = '1' AND EXISTS (
            SELECT 1 FROM reeks_melding v
            WHERE v.soort = 'stop' AND v.sleutel = m.sleutel AND v.begindatum = m.begindatum
              AND v.einddatum > m.einddatum
              AND v.wereld = m.wereld AND v.status_aanlevering = '1'
              AND v.plek < m.plek AND (v.tot IS NULL OR v.tot >= m.plek)
        )
        """,
    },
    herstel="Zet de einddatum op of na die van de eerdere stop, of verwijder de eerdere.",
)
