"""Declared costs beside Iv3, on the finest lines that both have, with every difference split into causes."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.linkage.aansluiting import ONBEKEND, TOTAAL
from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.aansluiting_kosten import TABLE

_GELD = (
    Column("gemeente", "text", "gemeentecode"),
    Column("aanbieder", "text", "AGB code; empty when no provider goes with it"),
    Column("zorgvorm", "text", "zorgvorm"),
)

DECLARATIE_VORM = Step(
    Table(
        "declaratie_vorm",
        "Net costs per provider and zorgvorm; the shares of a product add up to its costs to the cent.",
        key=("gemeente", "aanbieder", "zorgvorm"),
        columns=(*_GELD, Column("bedrag", "integer", "eurocent")),
    ),
    needs=("kosten_product", "product_vorm"),
    sql="""
        WITH opgeteld AS (
            SELECT k.gemeente, k.aanbieder, k.product_categorie, k.product_code, k.maand, v.zorgvorm,
                   CASE WHEN v.laatste = 1 THEN k.netto ELSE CAST(round(k.netto * v.tot) AS BIGINT) END AS tot
            FROM kosten_product k
            JOIN product_vorm v
              ON v.gemeente = k.gemeente AND v.product_categorie = k.product_categorie
             AND v.product_code = k.product_code AND v.maand = k.maand
        ),
        deel AS (
            SELECT gemeente, aanbieder, zorgvorm,
                   tot - coalesce(lag(tot) OVER (
                       PARTITION BY gemeente, aanbieder, product_categorie, product_code, maand
                       ORDER BY zorgvorm NULLS LAST), 0) AS bedrag
            FROM opgeteld
        )
        SELECT gemeente, aanbieder, zorgvorm, CAST(sum(bedrag) AS BIGINT) AS bedrag
        FROM deel
        GROUP BY gemeente, aanbieder, zorgvorm
    """,
)

IV3_VORM = Step(
    Table(
        "iv3_vorm",
        "What the gemeente reported per zorgvorm, as far as it is youth care and nothing else.",
        key=("gemeente", "zorgvorm"),
        columns=(
            Column("gemeente", "text", "gemeentecode"),
            Column("zorgvorm", "text", "zorgvorm"),
            Column("bedrag", "integer", "eurocent"),
        ),
    ),
    needs=("iv3_lasten", "zorgvorm_kruising", "zorgvorm_boven"),
    sql=f"""
        WITH kruising AS (
            SELECT i.gemeente, i.taakveld, i.bedrag, z.zorgvorm,
                   sum(z.aandeel) OVER (
                       PARTITION BY i.gemeente, i.taakveld ORDER BY z.zorgvorm NULLS LAST
                       ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS tot,
                   lead(z.zorgvorm) OVER (
                       PARTITION BY i.gemeente, i.taakveld ORDER BY z.zorgvorm NULLS LAST) AS volgende
            FROM iv3_lasten i
            JOIN zorgvorm_kruising z
              ON z.gemeente IS NULL AND z.soort = i.soort AND z.code = i.taakveld AND z.geldig_van <= $begin
             AND (z.geldig_tot IS NULL OR z.geldig_tot >= $begin)
        ),
        opgeteld AS (
            SELECT gemeente, taakveld, zorgvorm,
                   CASE WHEN volgende IS NULL THEN bedrag ELSE CAST(round(bedrag * tot) AS BIGINT) END AS tot
            FROM kruising
        ),
        deel AS (
            SELECT gemeente, zorgvorm,
                   tot - coalesce(lag(tot) OVER (
                       PARTITION BY gemeente, taakveld ORDER BY zorgvorm NULLS LAST), 0) AS bedrag
            FROM opgeteld
        )
        SELECT d.gemeente, d.zorgvorm, CAST(sum(d.bedrag) AS BIGINT) AS bedrag
        FROM deel d
        JOIN zorgvorm_boven b ON b.zorgvorm = d.zorgvorm AND b.boven = {TOTAAL}
        GROUP BY d.gemeente, d.zorgvorm
    """,
)

LIJN = Step(
    Table(
        "aansluiting_lijn",
        "On which line a zorgvorm is compared in an area: the widest one that has a taakveld of its own there.",
        key=("niveau", "gebied", "zorgvorm", "soort"),
        columns=(
            Column("niveau", "text", "level"),
            Column("gebied", "text", "area"),
            Column("zorgvorm", "text", "zorgvorm, or 'onbekend'"),
            Column("soort", "text", "totaal, deel, or rest when Iv3 has no taakveld for it there"),
            Column("lijn", "text", "zorgvorm of the line"),
        ),
    ),
    needs=("iv3_vorm", "plek", "zorgvorm_boven"),
    sql=f"""
        WITH
        gebied_rij AS (SELECT DISTINCT niveau, gebied FROM plek),
        vorm AS (
            SELECT DISTINCT zorgvorm FROM zorgvorm_boven WHERE boven = {TOTAAL}
            UNION ALL
            SELECT {ONBEKEND}
        ),
        gebruikt AS (
            SELECT DISTINCT p.niveau, p.gebied, i.zorgvorm
            FROM iv3_vorm i
            JOIN plek p ON p.gemeente = i.gemeente
        ),
        breedste AS (
            SELECT niveau, gebied, zorgvorm, lijn
            FROM (
                SELECT g.niveau, g.gebied, b.zorgvorm, b.boven AS lijn,
                       row_number() OVER (
                           PARTITION BY g.niveau, g.gebied, b.zorgvorm ORDER BY b.diepte NULLS LAST) AS plaats
                FROM gebruikt g
                JOIN zorgvorm_boven b ON b.boven = g.zorgvorm
            ) w
            WHERE plaats = 1
        )
        SELECT g.niveau, g.gebied, v.zorgvorm, 'totaal' AS soort, {TOTAAL} AS lijn
        FROM gebied_rij g
        CROSS JOIN vorm v
        UNION ALL
        SELECT g.niveau, g.gebied, v.zorgvorm, CASE WHEN b.lijn IS NULL THEN 'rest' ELSE 'deel' END,
               coalesce(b.lijn, v.zorgvorm)
        FROM gebied_rij g
        CROSS JOIN vorm v
        LEFT JOIN breedste b ON b.niveau = g.niveau AND b.gebied = g.gebied AND b.zorgvorm = v.zorgvorm
    """,
)

RITME = Step(
    Table(
        "declaratie_ritme",
        "Per traject the months of help that have passed and those that were billed.",
        key=("traject_id", "product_categorie", "product_code"),
        columns=(
            Column("traject_id", "text", "traject"),
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("product_categorie", "text", "JZ020"),
            Column("product_code", "text", "product code"),
            Column("geleverd", "integer", "months with help that have passed"),
            Column("betaald", "integer", "of these, months with costs"),
            Column("laatst_betaald", "date", "last month with costs"),
            Column("netto", "integer", "their costs, eurocent"),
            Column("stille_aanbieder", "integer", "1 when the provider billed nothing to this gemeente in the period"),
        ),
    ),
    needs=("lever_maand", "kosten", "kosten_product", "taakgericht"),
    sql="""
        WITH
        betaald AS (
            SELECT traject_id, maand, CAST(sum(netto) AS BIGINT) AS netto
            FROM kosten
            WHERE maand BETWEEN $begin AND $eind AND traject_id IS NOT NULL
            GROUP BY traject_id, maand
            HAVING sum(netto) > 0
        ),
        actief AS (SELECT DISTINCT gemeente, aanbieder FROM kosten_product)
        SELECT m.traject_id, m.gemeente, m.aanbieder, m.product_categorie, m.product_code, count(*) AS geleverd,
               count(b.maand) AS betaald, max(b.maand) AS laatst_betaald,
               CAST(coalesce(sum(b.netto), 0) AS BIGINT) AS netto,
               CAST(max(CASE WHEN a.aanbieder IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS stille_aanbieder
        FROM lever_maand m
        LEFT JOIN betaald b ON b.traject_id = m.traject_id AND b.maand = m.maand
        LEFT JOIN actief a ON a.gemeente = m.gemeente AND a.aanbieder = m.aanbieder
        WHERE m.laatste <= $peildatum
          AND NOT EXISTS (SELECT 1 FROM taakgericht t WHERE t.traject_id = m.traject_id)
        GROUP BY m.traject_id, m.gemeente, m.aanbieder, m.product_categorie, m.product_code
    """,
)

SCHATTING = Step(
    Table(
        "aansluiting_schatting",
        "What help that was given but not billed will probably cost.",
        key=("gemeente", "aanbieder", "zorgvorm", "oorzaak"),
        columns=(
            *_GELD,
            Column("oorzaak", "text", "timing or nog niet geleverd"),
            Column("bedrag", "integer", "eurocent, an estimate"),
        ),
    ),
    needs=("declaratie_ritme", "lever_maand", "product_vorm"),
    sql="""
        WITH
        prijs AS (
            SELECT gemeente, product_categorie, product_code, deel(sum(netto), sum(geleverd)) AS per_maand
            FROM declaratie_ritme
            WHERE betaald > 0
            GROUP BY gemeente, product_categorie, product_code
        ),
        open_maand AS (
            SELECT m.gemeente, m.aanbieder, m.product_categorie, m.product_code, m.maand, 'timing' AS oorzaak,
                   deel(r.netto, r.betaald) AS per_maand
            FROM declaratie_ritme r
            JOIN lever_maand m
              ON m.traject_id = r.traject_id AND m.product_categorie = r.product_categorie
             AND m.product_code = r.product_code AND m.maand > r.laatst_betaald
            WHERE r.betaald >= 2 AND m.laatste <= $peildatum
            UNION ALL
            SELECT m.gemeente, m.aanbieder, m.product_categorie, m.product_code, m.maand, 'nog niet geleverd',
                   p.per_maand
            FROM declaratie_ritme r
            JOIN prijs p
              ON p.gemeente = r.gemeente AND p.product_categorie = r.product_categorie
             AND p.product_code = r.product_code
            JOIN lever_maand m
              ON m.traject_id = r.traject_id AND m.product_categorie = r.product_categorie
             AND m.product_code = r.product_code
            WHERE r.stille_aanbieder = 1 AND m.laatste <= $peildatum
        )
        SELECT o.gemeente, o.aanbieder, v.zorgvorm, o.oorzaak,
               CAST(sum(CAST(round(o.per_maand * v.aandeel) AS BIGINT)) AS BIGINT) AS bedrag
        FROM open_maand o
        JOIN product_vorm v
          ON v.gemeente = o.gemeente AND v.product_categorie = o.product_categorie
         AND v.product_code = o.product_code AND v.maand = o.maand
        GROUP BY o.gemeente, o.aanbieder, v.zorgvorm, o.oorzaak
    """,
)

POST = Step(
    Table(
        "aansluiting_post",
        "Every amount that a line is made of, but what remains unexplained.",
        key=("gemeente", "aanbieder", "zorgvorm", "post", "oorzaak", "grond"),
        columns=(
            *_GELD,
            Column("post", "text", "iv3, gedeclareerd or oorzaak"),
            Column("oorzaak", "text", "cause"),
            Column("grond", "text", "gemeten, geschat or opgegeven"),
            Column("op_rest", "integer", "1 when it also counts on a line without a taakveld"),
            Column("bedrag", "integer", "eurocent"),
        ),
    ),
    needs=(
        "declaratie_vorm",
        "iv3_vorm",
        "aansluiting_schatting",
        "aansluiting_schaal",
        "aansluiting_buiten_berichten",
    ),
    sql="""
        WITH
        rekening AS (SELECT DISTINCT gemeente FROM iv3_vorm),
        met_pgb AS (SELECT DISTINCT gemeente FROM iv3_vorm WHERE zorgvorm = 'pgb')
        SELECT gemeente, CAST(NULL AS STRING) AS aanbieder, zorgvorm, 'iv3' AS post, CAST(NULL AS STRING) AS oorzaak,
               CAST(NULL AS STRING) AS grond, CAST(1 AS BIGINT) AS op_rest, bedrag
        FROM iv3_vorm
        UNION ALL
        SELECT gemeente, aanbieder, zorgvorm, 'gedeclareerd', NULL, NULL, 1, bedrag FROM declaratie_vorm
        UNION ALL
        -- the gemeente has no accounts for this year yet
        SELECT d.gemeente, d.aanbieder, d.zorgvorm, 'oorzaak', 'iv3 nog niet geleverd', 'gemeten', 1, -d.bedrag
        FROM declaratie_vorm d
        WHERE NOT EXISTS (SELECT 1 FROM rekening r WHERE r.gemeente = d.gemeente)
        UNION ALL
        SELECT gemeente, NULL, zorgvorm, 'oorzaak', 'pgb', 'gemeten', 1, bedrag FROM iv3_vorm WHERE zorgvorm = 'pgb'
        UNION ALL
        SELECT s.gemeente, s.aanbieder, s.zorgvorm, 'oorzaak', s.oorzaak, 'geschat', 0, s.bedrag
        FROM aansluiting_schatting s
        JOIN rekening r ON r.gemeente = s.gemeente
        UNION ALL
        SELECT b.gemeente, b.aanbieder, b.zorgvorm, 'oorzaak', b.oorzaak, 'opgegeven', 0, b.bedrag
        FROM aansluiting_buiten_berichten b
        JOIN rekening r ON r.gemeente = b.gemeente
        WHERE b.jaar = $jaar
          AND NOT (b.oorzaak = 'pgb' AND EXISTS (SELECT 1 FROM met_pgb p WHERE p.gemeente = b.gemeente))
        UNION ALL
        SELECT d.gemeente, d.aanbieder, d.zorgvorm, 'oorzaak', 'synthetisch op schaal', 'gemeten', 0,
               CAST(round(d.bedrag * (1 - s.schaal) / s.schaal) AS BIGINT)
        FROM declaratie_vorm d
        JOIN aansluiting_schaal s ON s.gemeente = d.gemeente AND s.schaal < 1
        JOIN rekening r ON r.gemeente = d.gemeente
    """,
)

ACHTER = Step(
    Table(
        "aansluiting_achter",
        "How many different young people stand behind the money of a line, for disclosure control.",
        key=("niveau", "gebied", "soort", "lijn", "oorzaak"),
        columns=(
            Column("niveau", "text", "level"),
            Column("gebied", "text", "area"),
            Column("soort", "text", "totaal, deel or rest"),
            Column("lijn", "text", "zorgvorm of the line"),
            Column("oorzaak", "text", "empty for what was billed, else the cause that was estimated"),
            Column("jongeren", "integer", "different young people"),
        ),
    ),
    needs=("kosten", "declaratie_ritme", "lever_maand", "product_vorm", "plek", "aansluiting_lijn"),
    sql="""
        WITH feit AS (
            SELECT gemeente, client, coalesce(product_categorie, '') AS product_categorie,
                   coalesce(product_code, '') AS product_code, maand, CAST(NULL AS STRING) AS oorzaak
            FROM kosten
            WHERE maand BETWEEN $begin AND $eind
            UNION
            SELECT m.gemeente, m.client, m.product_categorie, m.product_code, m.maand,
                   CASE WHEN r.betaald >= 2 THEN 'timing' ELSE 'nog niet geleverd' END
            FROM declaratie_ritme r
            JOIN lever_maand m
              ON m.traject_id = r.traject_id AND m.product_categorie = r.product_categorie
             AND m.product_code = r.product_code AND m.laatste <= $peildatum
            WHERE r.betaald >= 2 AND m.maand > r.laatst_betaald OR r.stille_aanbieder = 1
        )
        SELECT l.niveau, l.gebied, l.soort, l.lijn, f.oorzaak, count(DISTINCT f.client) AS jongeren
        FROM feit f
        JOIN product_vorm v
          ON v.gemeente = f.gemeente AND v.product_categorie = f.product_categorie
         AND v.product_code = f.product_code AND v.maand = f.maand
        JOIN plek p ON p.gemeente = f.gemeente
        JOIN aansluiting_lijn l ON l.niveau = p.niveau AND l.gebied = p.gebied AND l.zorgvorm = v.zorgvorm
        GROUP BY l.niveau, l.gebied, l.soort, l.lijn, f.oorzaak
    """,
)

KOSTEN = Step(
    TABLE,
    needs=("aansluiting_post", "aansluiting_lijn", "aansluiting_achter", "plek", "iv3_vorm"),
    sql=f"""
        WITH
        rekening AS (SELECT DISTINCT gemeente FROM iv3_vorm),
        rij AS (
            SELECT l.niveau, l.gebied, l.soort, l.lijn, x.aanbieder, x.post, x.oorzaak, x.grond, x.bedrag
            FROM aansluiting_post x
            JOIN plek p ON p.gemeente = x.gemeente
            JOIN aansluiting_lijn l ON l.niveau = p.niveau AND l.gebied = p.gebied AND l.zorgvorm = x.zorgvorm
            WHERE x.op_rest = 1 OR l.soort <> 'rest'
            UNION ALL
            -- billed, but no taakveld holds just this
            SELECT l.niveau, l.gebied, l.soort, l.lijn, x.aanbieder, 'oorzaak', 'code niet gekoppeld', 'gemeten',
                   -x.bedrag
            FROM aansluiting_post x
            JOIN rekening r ON r.gemeente = x.gemeente
            JOIN plek p ON p.gemeente = x.gemeente
            JOIN aansluiting_lijn l ON l.niveau = p.niveau AND l.gebied = p.gebied AND l.zorgvorm = x.zorgvorm
            WHERE x.post = 'gedeclareerd' AND l.soort = 'rest'
        ),
        alle AS (
            SELECT niveau, gebied, soort, lijn, aanbieder, post, oorzaak, grond, bedrag FROM rij
            UNION ALL
            SELECT niveau, gebied, soort, lijn, CAST(NULL AS STRING), 'oorzaak', {ONBEKEND}, 'rest',
                   sum(CASE post WHEN 'iv3' THEN bedrag ELSE -bedrag END)
            FROM rij
            GROUP BY niveau, gebied, soort, lijn
        )
        SELECT a.niveau, a.gebied, $periode AS periode, a.soort, a.lijn, a.aanbieder, a.post, a.oorzaak, a.grond,
               CAST(sum(a.bedrag) AS BIGINT) AS bedrag, max(j.jongeren) AS jongeren
        FROM alle a
        LEFT JOIN aansluiting_achter j
          ON j.niveau = a.niveau AND j.gebied = a.gebied AND j.soort = a.soort AND j.lijn = a.lijn
         AND a.post <> 'iv3' AND coalesce(a.grond, '') NOT IN ('opgegeven', 'rest')
         AND coalesce(j.oorzaak, '') = CASE WHEN a.grond = 'geschat' THEN a.oorzaak ELSE '' END
        GROUP BY a.niveau, a.gebied, a.soort, a.lijn, a.aanbieder, a.post, a.oorzaak, a.grond
        HAVING sum(a.bedrag) <> 0
    """,
)

STEPS = (DECLARATIE_VORM, IV3_VORM, LIJN, RITME, SCHATTING, POST, ACHTER, KOSTEN)
"""The steps, in order; the last fills the table that stays."""
