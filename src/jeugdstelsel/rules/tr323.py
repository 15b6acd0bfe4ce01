"""TR323: A credit names a debit that the gemeente has granted."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR323",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT c.bericht_id, c.regelnummer
        FROM reeks_prestatie c
        WHERE c.debet_credit = 'C' AND NOT EXISTS (
            SELECT 1 FROM reeks_prestatie d
            WHERE d.gemeente = c.gemeente AND d.aanbieder = c.aanbieder
              AND d.referentie_nummer = c.vorig_referentie_nummer
              AND d.debet_credit = 'D' AND d.geldig AND d.toegekend_op < c.volgorde
        )
        """,
    },
    herstel="Crediteer alleen een prestatie die de gemeente heeft toegekend.",
)
