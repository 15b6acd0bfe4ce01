"""TR415: After a definitive stop the same start is not stopped again."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR415",
    needs=("reeks_melding",),
    violations={
        "StopProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'stop' AND m.status_aanlevering = '1' AND EXISTS (
            SELECT 1 FROM reeks_melding v
            WHERE v.soort = 'stop' AND v.sleutel = m.sleutel AND v.begindatum = m.begindatum
              AND v.reden_beeindiging <> '20'
              AND v.wereld = m.wereld AND v.status_aanlevering = '1'
              AND v.plek < m.plek AND (v.tot IS NULL OR v.tot >= m.plek)
        )
        """,
    },
    herstel="Verwijder de eerdere stop voordat u een andere meldt.",
)
