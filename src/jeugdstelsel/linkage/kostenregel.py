"""The granted lines of two periods at one place, per young person, month and product: what costs are made of.

No step of a run: the query is run when a change of costs is explained, and kept as `kostenregel` meanwhile.
Parameters: `$van_begin, $van_eind, $naar_begin, $naar_eind` (days, inside) and the place: `$gemeente, $jeugdregio,
$aanbieder, $product_categorie, $product_code`, each empty when it is no part of the place.
"""

from jeugdstelsel.linkage import query

KOSTENREGEL = (
    query("afgewezen_prestatie")
    + """
    , regio AS (
        SELECT gemeente, jeugdregio,
            row_number() OVER (PARTITION BY gemeente ORDER BY jaar DESC NULLS LAST) AS recent
        FROM gebied
    )
    SELECT
        CASE WHEN p.begindatum BETWEEN $van_begin AND $van_eind THEN 'van' ELSE 'naar' END AS periode,
        p.gemeente, p.aanbieder, p.client, eerste_van_maand(p.begindatum) AS maand,
        coalesce(p.product_categorie, 'onbekend') AS product_categorie,
        coalesce(p.product_code, 'onbekend') AS product_code,
        CASE WHEN p.eenheid = '01' THEN '04' ELSE coalesce(p.eenheid, 'onbekend') END AS eenheid,
        CAST(sum(CASE WHEN p.debet_credit = 'C' THEN -1 ELSE 1 END * p.ingediend_bedrag) AS BIGINT) AS netto,
        CAST(sum(CASE WHEN p.debet_credit = 'C' THEN -1 ELSE 1 END * CASE WHEN p.eenheid = '04' THEN 60 ELSE 1 END
            * p.geleverd_volume) AS BIGINT) AS volume
    FROM prestatie p
    LEFT JOIN afgewezen_prestatie a ON a.bericht_id = p.bericht_id AND a.regelnummer = p.regelnummer
    LEFT JOIN regio r ON r.gemeente = p.gemeente AND r.recent = 1
    WHERE a.bericht_id IS NULL AND p.client IS NOT NULL
      AND (p.begindatum BETWEEN $van_begin AND $van_eind OR p.begindatum BETWEEN $naar_begin AND $naar_eind)
      AND ($gemeente = '' OR p.gemeente = $gemeente)
      AND ($jeugdregio = '' OR coalesce(r.jeugdregio, 'onbekend') = $jeugdregio)
      AND ($aanbieder = '' OR p.aanbieder = $aanbieder)
      AND ($product_categorie = '' OR coalesce(p.product_categorie, 'onbekend') = $product_categorie)
      AND ($product_code = '' OR coalesce(p.product_code, 'onbekend') = $product_code)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    """
)
"""`netto` in eurocent, debet minus credit, so that its sum is that of `kosten.netto`; `volume` in minutes for hours."""
