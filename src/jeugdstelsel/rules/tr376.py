"""TR376: An answer names a DeclaratieNummer that was received."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR376",
    needs=("reeks_declaratie", "reeks_declaratie_antwoord"),
    violations={
        "DeclaratieAntwoord": """
        SELECT a.bericht_id, 1 AS regelnummer
        FROM reeks_declaratie_antwoord a
        WHERE a.declaratie_nummer IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM reeks_declaratie d
            WHERE d.gemeente = a.gemeente AND d.aanbieder = a.aanbieder
              AND d.declaratie_nummer = a.declaratie_nummer AND d.volgorde < a.volgorde
        )
        """,
    },
    herstel="Neem het DeclaratieNummer van de declaratie over.",
)
