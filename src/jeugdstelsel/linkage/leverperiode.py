"""Delivery periods of a traject: starts until their stop, overlapping ones taken together."""

from jeugdstelsel.linkage import OPEN_EIND, Step
from jeugdstelsel.tables.leverperiode import TABLE

VOLGORDE = "ORDER BY begindatum, product_categorie NULLS LAST, product_code NULLS LAST, aanbieder"

STEP = Step(
    TABLE,
    needs=("start", "toewijzing"),
    sql=f"""
        WITH loop AS (
            SELECT traject_id, gemeente, aanbieder, client, product_categorie, product_code, begindatum,
                   reden_beeindiging,
                   -- a start without stop runs until the next start of the same product, then until further notice
                   COALESCE(einddatum,
                            lead(begindatum) OVER (
                                PARTITION BY traject_id, product_categorie, product_code
                                ORDER BY begindatum, aanbieder),
                            {OPEN_EIND}) AS tot
            FROM start
        ),
        sprong AS (
            SELECT traject_id, gemeente, aanbieder, client, product_categorie, product_code, begindatum,
                   reden_beeindiging, tot,
                   CASE WHEN begindatum <= max(tot) OVER (
                            PARTITION BY traject_id {VOLGORDE} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                        THEN NULL ELSE begindatum END AS kop
            FROM loop
        ),
        periode AS (
            SELECT traject_id, gemeente, aanbieder, client, product_categorie, product_code, reden_beeindiging, tot,
                   kop, max(kop) OVER (PARTITION BY traject_id {VOLGORDE} ROWS UNBOUNDED PRECEDING) AS begindatum
            FROM sprong
        ),
        samengevat AS (
            SELECT traject_id, begindatum,
                   max(CASE WHEN kop IS NOT NULL THEN gemeente END) AS gemeente,
                   max(CASE WHEN kop IS NOT NULL THEN aanbieder END) AS aanbieder,
                   max(CASE WHEN kop IS NOT NULL THEN client END) AS client,
                   max(CASE WHEN kop IS NOT NULL THEN product_categorie END) AS product_categorie,
                   max(CASE WHEN kop IS NOT NULL THEN product_code END) AS product_code,
                   NULLIF(max(tot), {OPEN_EIND}) AS einddatum,
                   NULLIF(substr(max(CAST(tot AS STRING) || COALESCE(reden_beeindiging, '')), 11), '') AS reden
            FROM periode
            GROUP BY traject_id, begindatum
        )
        SELECT s.traject_id, s.gemeente, s.aanbieder, s.client,
               COALESCE(z.product_categorie, s.product_categorie) AS product_categorie,
               COALESCE(z.product_code, s.product_code) AS product_code,
               s.begindatum, s.einddatum, s.reden AS reden_beeindiging
        FROM samengevat s LEFT JOIN toewijzing z ON z.traject_id = s.traject_id
    """,
)
