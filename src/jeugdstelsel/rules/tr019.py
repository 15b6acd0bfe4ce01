"""TR019: A start or stop that names a toewijzing names one that was sent for this young person."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR019",
    needs=("reeks_melding", "reeks_toewijzing"),
    violations={
        "StartProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'start' AND m.toewijzing_nummer IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM reeks_toewijzing t
            WHERE t.gemeente = m.gemeente AND t.aanbieder = m.aanbieder AND t.client = m.client
              AND t.toewijzing_nummer = m.toewijzing_nummer
              AND t.geldig AND t.volgorde < m.volgorde
        )
        """,
        "StopProduct": """
        SELECT m.bericht_id, m.regelnummer
        FROM reeks_melding m
        WHERE m.toetsen AND m.soort = 'stop' AND m.toewijzing_nummer IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM reeks_toewijzing t
            WHERE t.gemeente = m.gemeente AND t.aanbieder = m.aanbieder AND t.client = m.client
              AND t.toewijzing_nummer = m.toewijzing_nummer
              AND t.geldig AND t.volgorde < m.volgorde
        )
        """,
    },
    herstel="Neem het ToewijzingNummer over uit de toewijzing van deze jeugdige.",
)
