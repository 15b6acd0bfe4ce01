"""TR318: A declaration is not about a month before the last one declared.

The same month may come again (IV090) and a month without care may be skipped.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR318",
    needs=("reeks_declaratie",),
    violations={
        "Declaratie": """
        SELECT bericht_id, regelnummer
        FROM (
            SELECT bericht_id, regelnummer, begindatum,
                   MAX(CASE WHEN geldig THEN begindatum END) OVER (
                       PARTITION BY gemeente, aanbieder ORDER BY volgorde
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                   ) AS laatste
            FROM reeks_declaratie
        ) d
        WHERE begindatum < laatste
        """,
    },
    herstel="Declareer wat vergeten is in de maand van nu, niet in een eerdere declaratieperiode.",
)
