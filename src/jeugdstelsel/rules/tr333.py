"""TR333: A provider uses a DeclaratieNummer once."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR333",
    needs=("reeks_declaratie",),
    violations={
        "Declaratie": """
        SELECT d.bericht_id, d.regelnummer
        FROM reeks_declaratie d
        JOIN (
            SELECT aanbieder, declaratie_nummer, MIN(volgorde) AS eerste
            FROM reeks_declaratie
            WHERE geldig
            GROUP BY aanbieder, declaratie_nummer
        ) e ON e.aanbieder = d.aanbieder AND e.declaratie_nummer = d.declaratie_nummer
        WHERE e.eerste < d.volgorde
        """,
    },
    herstel="Geef elke declaratie een eigen DeclaratieNummer.",
)
