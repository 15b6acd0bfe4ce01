"""TR389: One debit per toewijzing, product and period that is not credited, over all messages."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR389",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": """
        WITH dubbel AS (
            SELECT gemeente, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum, einddatum
            FROM reeks_prestatie
            WHERE debet_credit = 'D'
            GROUP BY gemeente, aanbieder, toewijzing_nummer, product_categorie, product_code, begindatum, einddatum
            HAVING COUNT(*) > 1
        ), credit AS (
            SELECT gemeente, aanbieder, vorig_referentie_nummer, MIN(plek) AS plek
            FROM reeks_prestatie
            WHERE debet_credit = 'C' AND geldig
            GROUP BY gemeente, aanbieder, vorig_referentie_nummer
        ), debet AS (
            SELECT p.bericht_id, p.regelnummer, p.plek,
                   MAX(CASE WHEN p.geldig THEN COALESCE(c.plek, 9223372036854775807) END) OVER (
                       PARTITION BY p.gemeente, p.aanbieder, p.toewijzing_nummer, p.product_categorie, p.product_code,
                                    p.begindatum, p.einddatum
                       ORDER BY p.plek ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                   ) AS open_tot
            FROM reeks_prestatie p
            JOIN dubbel d ON d.gemeente = p.gemeente AND d.aanbieder = p.aanbieder
             AND d.toewijzing_nummer = p.toewijzing_nummer AND d.product_categorie = p.product_categorie
             AND d.product_code = p.product_code AND d.begindatum = p.begindatum AND d.einddatum = p.einddatum
            LEFT JOIN credit c ON c.gemeente = p.gemeente AND c.aanbieder = p.aanbieder
             AND c.vorig_referentie_nummer = p.referentie_nummer
            WHERE p.debet_credit = 'D'
        )
        SELECT bericht_id, regelnummer
        FROM debet
        WHERE open_tot > plek
        """,
    },
    herstel="Crediteer de eerdere prestatie voordat u opnieuw declareert.",
)
