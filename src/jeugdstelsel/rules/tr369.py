"""TR369: What is billed on a toewijzing stays within its budget.

The text of the rule adds volumes; only amounts can be compared with a budget, and in euros they are the same.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR369",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, regelnummer
        FROM (
            SELECT bericht_id, regelnummer, debet_credit, toegewezen_budget,
                   ingediend_bedrag + COALESCE(SUM(
                       CASE WHEN NOT geldig THEN 0 WHEN debet_credit = 'D' THEN ingediend_bedrag
                            ELSE -ingediend_bedrag END
                   ) OVER (
                       PARTITION BY gemeente, aanbieder, client, toewijzing_nummer ORDER BY plek
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                   ), 0) AS samen
            FROM reeks_prestatie
            WHERE (gemeente, toewijzing_nummer) IN (
                SELECT gemeente, toewijzing_nummer FROM reeks_prestatie WHERE toegewezen_budget IS NOT NULL
            )
        ) p
        WHERE debet_credit = 'D' AND samen > toegewezen_budget
        """,
    },
    herstel="Blijf binnen het budget, of vraag eerst een wijziging van de toewijzing.",
)
