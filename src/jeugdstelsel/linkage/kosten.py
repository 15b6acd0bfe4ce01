"""What was billed, credited and rejected per traject, month and product; no euro is left out."""

from jeugdstelsel.linkage import Step, traject_id
from jeugdstelsel.tables.kosten import TABLE

STEP = Step(
    TABLE,
    needs=("prestatie", "afgewezen_prestatie", "bereik"),
    sql=f"""
        SELECT {traject_id()} AS traject_id, gemeente, aanbieder, client, toewijzing_nummer, product_categorie,
               product_code, maand, gedeclareerd, gecrediteerd, afgewezen,
               gedeclareerd - gecrediteerd - afgewezen AS netto, aantal_prestaties
        FROM (
            SELECT p.gemeente, p.aanbieder, p.client, p.toewijzing_nummer, p.product_categorie, p.product_code,
                   eerste_van_maand(p.begindatum) AS maand,
                   CAST(sum(CASE WHEN p.debet_credit = 'C' THEN 0 ELSE p.ingediend_bedrag END) AS BIGINT)
                       AS gedeclareerd,
                   CAST(sum(CASE WHEN p.debet_credit = 'C' THEN p.ingediend_bedrag ELSE 0 END) AS BIGINT)
                       AS gecrediteerd,
                   CAST(sum(CASE WHEN a.bericht_id IS NULL THEN 0
                                 WHEN p.debet_credit = 'C' THEN -p.ingediend_bedrag
                                 ELSE p.ingediend_bedrag END) AS BIGINT) AS afgewezen,
                   count(*) AS aantal_prestaties
            FROM prestatie p
            LEFT JOIN afgewezen_prestatie a ON a.bericht_id = p.bericht_id AND a.regelnummer = p.regelnummer
            WHERE p.client IN (SELECT client FROM bereik)
            GROUP BY p.gemeente, p.aanbieder, p.client, p.toewijzing_nummer, p.product_categorie, p.product_code,
                     eerste_van_maand(p.begindatum)
        ) k
        -- what is near each other is added up several times as fast by all who read this table
        ORDER BY gemeente, aanbieder
    """,
)
