"""TR322: What is billed on a toewijzing in all fits its Omvang; credits give room again."""

from jeugdstelsel.model import Rule
from jeugdstelsel.rules.omvang import MAXIMUM_IN_TOEWIJZING, VERGELIJKBAAR, VOLUME

RULE = Rule(
    "TR322",
    needs=("reeks_prestatie",),
    violations={
        "Prestatie": f"""
        WITH regel AS (
            SELECT bericht_id, regelnummer, gemeente, aanbieder, client, toewijzing_nummer, plek, geldig, debet_credit,
                   {VOLUME} AS volume, {MAXIMUM_IN_TOEWIJZING} AS maximum
            FROM reeks_prestatie
            WHERE {VERGELIJKBAAR}
        ), vol AS (
            SELECT gemeente, aanbieder, client, toewijzing_nummer
            FROM regel
            GROUP BY gemeente, aanbieder, client, toewijzing_nummer
            HAVING SUM(CASE debet_credit WHEN 'D' THEN volume ELSE 0 END) > MIN(maximum)
        ), loop AS (
            SELECT r.bericht_id, r.regelnummer, r.debet_credit, r.maximum,
                   r.volume + COALESCE(SUM(
                       CASE WHEN NOT r.geldig THEN 0 WHEN r.debet_credit = 'D' THEN r.volume ELSE -r.volume END
                   ) OVER (
                       PARTITION BY r.gemeente, r.aanbieder, r.client, r.toewijzing_nummer ORDER BY r.plek
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                   ), 0) AS samen
            FROM regel r
            JOIN vol v ON v.gemeente = r.gemeente AND v.aanbieder = r.aanbieder AND v.client = r.client
             AND v.toewijzing_nummer = r.toewijzing_nummer
        )
        SELECT bericht_id, regelnummer
        FROM loop
        WHERE debet_credit = 'D' AND samen > maximum
        """,
    },
    herstel="Declareer niet meer dan in totaal is toegewezen, of vraag eerst een wijziging van de toewijzing.",
)
