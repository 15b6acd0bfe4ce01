"""Help without a toewijzing: a new start after a pause continues the same traject (IV096, OP379)."""

from jeugdstelsel.linkage import PAUZE, Step
from jeugdstelsel.tables.taakgericht import TABLE

STEP = Step(
    TABLE,
    needs=("actuele_melding",),
    sql=f"""
        SELECT gemeente, aanbieder, client, product_categorie, product_code, begindatum,
               substr(md5('taakgericht|' || gemeente || '|' || aanbieder || '|' || client || '|'
                   || COALESCE(product_categorie, '') || '|' || COALESCE(product_code, '') || '|'
                   || CAST(max(kop) OVER (
                          PARTITION BY gemeente, aanbieder, client, product_categorie, product_code
                          ORDER BY begindatum ROWS UNBOUNDED PRECEDING) AS STRING)), 1, 16) AS traject_id
        FROM (
            SELECT gemeente, aanbieder, client, product_categorie, product_code, begindatum,
                   CASE WHEN lag(gepauzeerd) OVER (
                            PARTITION BY gemeente, aanbieder, client, product_categorie, product_code
                            ORDER BY begindatum) = 1 THEN NULL ELSE begindatum END AS kop
            FROM (
                SELECT gemeente, aanbieder, client, product_categorie, product_code, begindatum,
                       CASE WHEN max(CASE WHEN reden_beeindiging = {PAUZE} THEN 1 ELSE 0 END) = 1
                             AND max(CASE WHEN reden_beeindiging <> {PAUZE} THEN 1 ELSE 0 END) = 0
                            THEN 1 ELSE 0 END AS gepauzeerd
                FROM actuele_melding
                WHERE toewijzing_nummer IS NULL
                GROUP BY gemeente, aanbieder, client, product_categorie, product_code, begindatum
            ) b
        ) k
    """,
)
