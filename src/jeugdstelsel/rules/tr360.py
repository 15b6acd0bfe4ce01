"""TR360: 'In onderzoek' is only ever the first answer."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR360",
    needs=("reeks_antwoord",),
    violations={
        "Antwoord": """
        SELECT a.bericht_id, a.regelnummer
        FROM reeks_antwoord a
        WHERE a.verzoek_antwoord = '2' AND EXISTS (
            SELECT 1 FROM reeks_antwoord e
            WHERE e.gemeente = a.gemeente AND e.aanbieder = a.aanbieder
              AND e.referentie_aanbieder = a.referentie_aanbieder
              AND e.geldig AND e.volgorde < a.volgorde
        )
        """,
    },
    herstel="Meld 'in onderzoek' alleen als eerste antwoord.",
)
