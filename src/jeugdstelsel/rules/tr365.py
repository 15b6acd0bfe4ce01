"""TR365: A later answer follows on 'in onderzoek' only."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR365",
    needs=("reeks_antwoord",),
    violations={
        "Antwoord": """
        SELECT a.bericht_id, a.regelnummer
        FROM reeks_antwoord a
        WHERE EXISTS (
            SELECT 1 FROM reeks_antwoord e
            WHERE e.gemeente = a.gemeente AND e.aanbieder = a.aanbieder
              AND e.referentie_aanbieder = a.referentie_aanbieder
              AND e.geldig AND e.volgorde < a.volgorde AND e.verzoek_antwoord <> '2'
        )
        """,
    },
    herstel="Stuur na een afwijzing geen nieuw antwoord op hetzelfde verzoek.",
)
