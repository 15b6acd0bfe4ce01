"""TR378: A gemeentecode exists, or did before a herindeling.

A new code may be used from the day of the message or of the toewijzing; an old code stays allowed.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR378",
    needs=("gemeente_code", "reeks_antwoord", "reeks_bericht", "reeks_toewijzing"),
    violations={
        "Header": """
        WITH dag AS (
            SELECT bericht_id, MAX(ingangsdatum) AS ingangsdatum FROM reeks_toewijzing GROUP BY bericht_id
        )
        SELECT b.bericht_id, 0 AS regelnummer
        FROM reeks_bericht b
        LEFT JOIN gemeente_code g ON g.gemeente = b.gemeente
        LEFT JOIN dag d ON d.bericht_id = b.bericht_id AND g.geldig_van > b.dagtekening
        WHERE g.gemeente IS NULL
           OR (g.geldig_van > b.dagtekening AND g.geldig_van > COALESCE(d.ingangsdatum, b.dagtekening))
        """,
        "Woonplaatsbeginsel": """
        SELECT a.bericht_id, 1 AS regelnummer
        FROM reeks_antwoord a
        LEFT JOIN gemeente_code g ON g.gemeente = a.woonplaats_gemeente
        WHERE a.woonplaats_gemeente IS NOT NULL AND g.gemeente IS NULL
        """,
    },
    herstel="Gebruik een gemeentecode uit de lijst van het CBS.",
)
