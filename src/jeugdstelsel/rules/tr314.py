"""TR314: A provider uses a ReferentieNummer once over all declarations."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR314",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT p.bericht_id, p.regelnummer
        FROM reeks_prestatie p
        JOIN (
            SELECT aanbieder, referentie_nummer, MIN(plek) AS eerste
            FROM reeks_prestatie
            WHERE geldig
            GROUP BY aanbieder, referentie_nummer
        ) e ON e.aanbieder = p.aanbieder AND e.referentie_nummer = p.referentie_nummer
        WHERE e.eerste < p.plek
        """,
    },
    herstel="Geef elke prestatie een eigen ReferentieNummer.",
)
