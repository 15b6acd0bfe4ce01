"""What was asked for: every product of a JW315 and every JW317, one row per reference."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "aanvraag",
        "Eén rij per verzoek: een product van een JW315 of een hele JW317; een herhaalde referentie telt één keer.",
        key=("sleutel",),
        columns=(
            Column("sleutel", "text", "hash of gemeente, aanbieder, client and referentie_aanbieder"),
            Column("soort", "text", "JW315 or JW317"),
            Column("bericht_id", "text", "the message that asked first"),
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("client", "text", "pseudonym"),
            Column("referentie_aanbieder", "text", "reference of the request"),
            Column("dagtekening", "date", "of that message"),
            Column("product_categorie", "text", "JZ020; of the new product when a JW317 asks for one"),
            Column("product_code", "text", "product code"),
            Column("verwijzer", "text", "COD327, JW315 only"),
            Column("nieuw", "boolean", "whether new help is asked for, not only a change"),
        ),
    ),
    needs=("aangevraagd_product", "verzoek", "wijziging", "bericht", "afgewezen_bericht", "bereik"),
    sql="""
        SELECT substr(md5('verzoek|' || gemeente || '|' || aanbieder || '|' || client || '|'
                          || referentie_aanbieder), 1, 16) AS sleutel,
               soort, bericht_id, gemeente, aanbieder, client, referentie_aanbieder, dagtekening,
               product_categorie, product_code, verwijzer, nieuw
        FROM (
            SELECT v.soort, v.bericht_id, v.gemeente, v.aanbieder, v.client, v.referentie_aanbieder, b.dagtekening,
                   v.product_categorie, v.product_code, v.verwijzer, v.nieuw,
                   row_number() OVER (
                       PARTITION BY v.gemeente, v.aanbieder, v.client, v.referentie_aanbieder
                       ORDER BY b.dagtekening NULLS LAST, v.soort, v.bericht_id, v.regelnummer
                   ) AS beurt
            FROM (
                SELECT 'JW315' AS soort, bericht_id, regelnummer, gemeente, aanbieder, client, referentie_aanbieder,
                       product_categorie, product_code, verwijzer_type AS verwijzer, TRUE AS nieuw
                FROM aangevraagd_product
                UNION ALL
                SELECT 'JW317' AS soort, q.bericht_id, q.regelnummer, q.gemeente, q.aanbieder, q.client,
                       q.referentie_aanbieder, w.product_categorie, w.product_code, NULL AS verwijzer,
                       w.bericht_id IS NOT NULL AS nieuw
                FROM verzoek q
                LEFT JOIN (
                    SELECT bericht_id,
                           CASE WHEN count(*) = 1 THEN max(product_categorie) END AS product_categorie,
                           CASE WHEN count(*) = 1 THEN max(product_code) END AS product_code
                    FROM wijziging WHERE soort = 'nieuw' GROUP BY bericht_id
                ) w ON w.bericht_id = q.bericht_id
            ) v
            JOIN bericht b ON b.bericht_id = v.bericht_id
            WHERE v.client IN (SELECT client FROM bereik)
              AND NOT EXISTS (SELECT 1 FROM afgewezen_bericht a WHERE a.bericht_id = v.bericht_id)
        ) r
        WHERE r.beurt = 1
    """,
)
