"""TR390: A prestatie is credited once."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR390",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT p.bericht_id, p.regelnummer
        FROM reeks_prestatie p
        JOIN (
            SELECT gemeente, aanbieder, vorig_referentie_nummer, MIN(plek) AS eerste
            FROM reeks_prestatie
            WHERE debet_credit = 'C' AND geldig
            GROUP BY gemeente, aanbieder, vorig_referentie_nummer
        ) e ON e.gemeente = p.gemeente AND e.aanbieder = p.aanbieder
         AND e.vorig_referentie_nummer = p.vorig_referentie_nummer
        WHERE p.debet_credit = 'C' AND e.eerste < p.plek
        """,
    },
    herstel="Crediteer dezelfde prestatie niet nog een keer.",
)
