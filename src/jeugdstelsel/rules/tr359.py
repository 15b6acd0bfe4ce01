"""TR359: No answer after the request was granted with a toewijzing."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR359",
    needs=("reeks_antwoord", "reeks_toewijzing"),
    violations={
        "Antwoord": """
        SELECT a.bericht_id, a.regelnummer
        FROM reeks_antwoord a
        WHERE EXISTS (
            SELECT 1 FROM reeks_toewijzing t
            WHERE t.gemeente = a.gemeente AND t.aanbieder = a.aanbieder
              AND t.referentie_aanbieder = a.referentie_aanbieder
              AND t.geldig AND t.volgorde < a.volgorde
        )
        """,
    },
    herstel="Stuur na de toewijzing geen antwoord meer op hetzelfde verzoek.",
)
