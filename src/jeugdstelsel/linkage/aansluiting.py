"""Lays the messages beside Beleidsinformatie and Iv3: the steps that both reconciliations share.

Parameters of the steps: `$periode` (2025 or 2025-H1), `$begin` and `$eind` (its days, inside), `$jaar` and
`$peildatum`. The tables in GEGEVEN are handed in as rows.
"""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

BOVEN = Table(
    "zorgvorm_boven",
    "A zorgvorm with every zorgvorm that it lies within, itself too.",
    key=("zorgvorm", "boven"),
    columns=(
        Column("zorgvorm", "text", "zorgvorm"),
        Column("boven", "text", "the zorgvorm or a wider one"),
        Column("diepte", "integer", "how deep `boven` lies; 0 is the widest"),
    ),
)
MAAND = Table(
    "aansluiting_maand",
    "The months of the period.",
    key=("maand",),
    columns=(Column("maand", "date", "first day"), Column("laatste", "date", "last day")),
)
BIJ_PERIODE = Table(
    "bij_periode",
    "The half years and quarters of Beleidsinformatie that lie in the period.",
    key=("periode",),
    columns=(Column("periode", "text", "2025-H1 or 2025-K1"), Column("begin", "date", ""), Column("eind", "date", "")),
)
IV3_LASTEN = Table(
    "iv3_lasten",
    "Per gemeente the amounts of the document that is compared, each euro once.",
    key=("gemeente", "taakveld"),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("soort", "text", "taakveld_2017, taakveld_2023 or taakveld_2025"),
        Column("taakveld", "text", "taakveld"),
        Column("bedrag", "integer", "eurocent"),
    ),
)
SCHAAL = Table(
    "aansluiting_schaal",
    "At what share of the real numbers the messages of a gemeente were invented.",
    key=("gemeente",),
    columns=(Column("gemeente", "text", "gemeentecode"), Column("schaal", "double", "above 0, at most 1")),
)
GEGEVEN = (BOVEN, MAAND, BIJ_PERIODE, IV3_LASTEN, SCHAAL)

ONBEKEND = "'onbekend'"
TOTAAL = "'jeugdzorg'"

LEVER_MAAND = Step(
    Table(
        "lever_maand",
        "Every month of the period in which help was given on a traject.",
        key=("traject_id", "product_categorie", "product_code", "maand"),
        columns=(
            Column("traject_id", "text", "traject"),
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("client", "text", "pseudonym"),
            Column("product_categorie", "text", "JZ020, empty string when unknown"),
            Column("product_code", "text", "empty string when unknown"),
            Column("maand", "date", "first day of the month"),
            Column("laatste", "date", "last day of the month"),
        ),
    ),
    needs=("leverperiode", "aansluiting_maand"),
    sql="""
        SELECT DISTINCT l.traject_id, l.gemeente, l.aanbieder, l.client,
               coalesce(l.product_categorie, '') AS product_categorie, coalesce(l.product_code, '') AS product_code,
               m.maand, m.laatste
        FROM leverperiode l
        JOIN aansluiting_maand m ON l.begindatum <= least(m.laatste, $peildatum)
            AND (l.einddatum IS NULL OR l.einddatum >= m.maand)
    """,
)

KOSTEN_MAAND = Step(
    Table(
        "kosten_product",
        "Net costs per provider, product and month of the period.",
        key=("gemeente", "aanbieder", "product_categorie", "product_code", "maand"),
        columns=(
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("product_categorie", "text", "JZ020, empty string when unknown"),
            Column("product_code", "text", "empty string when unknown"),
            Column("maand", "date", "first day of the month"),
            Column("netto", "integer", "eurocent"),
        ),
    ),
    needs=("kosten",),
    sql="""
        SELECT gemeente, aanbieder, coalesce(product_categorie, '') AS product_categorie,
               coalesce(product_code, '') AS product_code, maand, CAST(sum(netto) AS BIGINT) AS netto
        FROM kosten
        WHERE maand BETWEEN $begin AND $eind
        GROUP BY gemeente, aanbieder, coalesce(product_categorie, ''), coalesce(product_code, ''), maand
    """,
)

_KANDIDAAT = """
    SELECT p.gemeente, p.product_categorie, p.product_code, p.maand, z.zorgvorm, z.aandeel,
           {rang} + CASE WHEN z.gemeente IS NULL THEN 1 ELSE 0 END AS rang
    FROM product p
    JOIN zorgvorm_kruising z
      ON z.soort = '{soort}' AND z.code = p.{kolom} AND (z.gemeente IS NULL OR z.gemeente = p.gemeente)
     AND z.geldig_van <= p.maand AND (z.geldig_tot IS NULL OR z.geldig_tot >= p.maand)
"""

PRODUCT_VORM = Step(
    Table(
        "product_vorm",
        "Within which zorgvormen a product falls in a month: by its code, else its categorie; own lines go first.",
        key=("gemeente", "product_categorie", "product_code", "maand", "zorgvorm"),
        columns=(
            Column("gemeente", "text", "gemeentecode"),
            Column("product_categorie", "text", "JZ020"),
            Column("product_code", "text", "product code"),
            Column("maand", "date", "first day of the month; the lines that hold on that day count"),
            Column("zorgvorm", "text", "zorgvorm, or 'onbekend' without a line"),
            Column("aandeel", "double", "share"),
            Column("tot", "double", "this share and those before it"),
            Column("laatste", "integer", "1 for the last line of a product: it takes what rounding leaves"),
        ),
    ),
    needs=("kosten_product", "lever_maand", "zorgvorm_kruising"),
    sql=f"""
        WITH product AS (
            SELECT gemeente, product_categorie, product_code, maand FROM kosten_product
            UNION
            SELECT gemeente, product_categorie, product_code, maand FROM lever_maand
        ),
        kandidaat AS (
            {_KANDIDAAT.format(rang=1, soort="productcode", kolom="product_code")}
            UNION ALL
            {_KANDIDAAT.format(rang=3, soort="productcategorie", kolom="product_categorie")}
        ),
        eerste AS (
            SELECT gemeente, product_categorie, product_code, maand, zorgvorm, aandeel
            FROM (
                SELECT gemeente, product_categorie, product_code, maand, zorgvorm, aandeel, rang,
                       min(rang) OVER (PARTITION BY gemeente, product_categorie, product_code, maand) AS beste
                FROM kandidaat
            ) r
            WHERE rang = beste
        ),
        gekozen AS (
            SELECT p.gemeente, p.product_categorie, p.product_code, p.maand,
                   coalesce(e.zorgvorm, {ONBEKEND}) AS zorgvorm, coalesce(e.aandeel, CAST(1 AS DOUBLE)) AS aandeel
            FROM product p
            LEFT JOIN eerste e
              ON e.gemeente = p.gemeente AND e.product_categorie = p.product_categorie
             AND e.product_code = p.product_code AND e.maand = p.maand
        )
        SELECT gemeente, product_categorie, product_code, maand, zorgvorm, aandeel,
               sum(aandeel) OVER (
                   PARTITION BY gemeente, product_categorie, product_code, maand ORDER BY zorgvorm NULLS LAST
                   ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS tot,
               CAST(CASE WHEN lead(zorgvorm) OVER (
                   PARTITION BY gemeente, product_categorie, product_code, maand ORDER BY zorgvorm NULLS LAST
               ) IS NULL THEN 1 ELSE 0 END AS BIGINT) AS laatste
        FROM gekozen
    """,
)

PLEK = Step(
    Table(
        "plek",
        "The areas in which a gemeente counts: itself, its jeugdregio and the country.",
        key=("gemeente", "niveau"),
        columns=(
            Column("gemeente", "text", "gemeentecode, or 'onbekend'"),
            Column("niveau", "text", "gemeente, jeugdregio or land"),
            Column("gebied", "text", "gemeentecode, JZ code or NL"),
        ),
    ),
    needs=("gebied", "kosten_product", "lever_maand", "bij_jeugdhulp", "bij_maatregel", "iv3_lasten"),
    sql=f"""
        WITH genoemd AS (
            SELECT gemeente FROM kosten_product
            UNION SELECT gemeente FROM lever_maand
            UNION SELECT coalesce(gemeente, {ONBEKEND}) FROM bij_jeugdhulp
            UNION SELECT coalesce(gemeente, {ONBEKEND}) FROM bij_maatregel
            UNION SELECT gemeente FROM iv3_lasten
        ),
        regio AS (
            SELECT gemeente, jeugdregio,
                   row_number() OVER (
                       PARTITION BY gemeente ORDER BY CASE WHEN jaar = $jaar THEN 0 ELSE 1 END, jaar DESC NULLS LAST
                   ) AS plaats
            FROM gebied
        )
        SELECT gemeente, 'gemeente' AS niveau, gemeente AS gebied FROM genoemd
        UNION ALL
        SELECT n.gemeente, 'jeugdregio', coalesce(r.jeugdregio, {ONBEKEND})
        FROM genoemd n
        LEFT JOIN regio r ON r.gemeente = n.gemeente AND r.plaats = 1
        UNION ALL
        SELECT gemeente, 'land', 'NL' FROM genoemd
    """,
)

GEDEELD = (LEVER_MAAND, KOSTEN_MAAND, PRODUCT_VORM, PLEK)
"""The steps that both need, in order."""
