"""Young people in the messages beside those in Beleidsinformatie, each with one cause when a source misses them."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.linkage.aansluiting import ONBEKEND, TOTAAL
from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.aansluiting_personen import TABLE

_HULP_VAN, _HULP_TOT = "r.datum_aanvang", "r.datum_einde"
_MAATREGEL_VAN = "coalesce(r.datum_aanvang, r.datum_overgedragen_gekregen)"
_MAATREGEL_TOT = "coalesce(r.datum_einde, r.datum_overgedragen)"

_BIJ = """
    SELECT 'bij' AS bron, coalesce(r.gemeente, 'onbekend') AS gemeente, r.aanbieder, r.client, z.zorgvorm,
           CASE WHEN r.bsn_soort = 'bekend' THEN 1 ELSE 0 END AS koppelbaar, 1 AS andere_kant
    FROM {tabel} r
    JOIN bij_periode p ON p.periode = r.periode
    JOIN zorgvorm_kruising z
      ON z.gemeente IS NULL AND z.soort = '{soort}' AND z.code = r.{code} AND z.geldig_van <= $eind
     AND (z.geldig_tot IS NULL OR z.geldig_tot >= $eind)
    WHERE coalesce({van}, p.begin) <= p.eind AND coalesce({tot}, p.eind) >= p.begin
"""
"""Records that stand with help in a period of Beleidsinformatie; a machtiging is no help and has no line."""

FEIT = Step(
    Table(
        "aansluiting_feit",
        "Every young person in a source, with provider and zorgvorm.",
        key=("bron", "gemeente", "aanbieder", "client", "zorgvorm"),
        columns=(
            Column("bron", "text", "ijw or bij"),
            Column("gemeente", "text", "gemeentecode or 'onbekend'"),
            Column("aanbieder", "text", "AGB code"),
            Column("client", "text", "pseudonym"),
            Column("zorgvorm", "text", "zorgvorm; 'jeugdzorg' when the product says no more"),
            Column("koppelbaar", "integer", "1 when the person can be recognised in the other source"),
            Column("andere_kant", "integer", "1 when the provider is in the other source at that time"),
        ),
    ),
    needs=(
        "lever_maand",
        "product_vorm",
        "zorgvorm_kruising",
        "bij_periode",
        "bij_levering",
        "bij_jeugdhulp",
        "bij_maatregel",
    ),
    sql=f"""
        WITH geleverd AS (
            SELECT DISTINCT l.aanbieder, p.begin, p.eind
            FROM bij_levering l
            JOIN bij_periode p ON p.periode = l.periode
            WHERE l.status = 'geldig'
        ),
        vorm AS (
            SELECT gemeente, product_categorie, product_code, maand,
                   CASE WHEN count(*) = 1 AND max(zorgvorm) <> {ONBEKEND} THEN max(zorgvorm) ELSE {TOTAAL} END
                       AS zorgvorm
            FROM product_vorm
            GROUP BY gemeente, product_categorie, product_code, maand
        ),
        bericht AS (
            SELECT 'ijw' AS bron, m.gemeente, m.aanbieder, m.client, v.zorgvorm, 1 AS koppelbaar,
                   CASE WHEN g.aanbieder IS NULL THEN 0 ELSE 1 END AS andere_kant
            FROM lever_maand m
            JOIN vorm v
              ON v.gemeente = m.gemeente AND v.product_categorie = m.product_categorie
             AND v.product_code = m.product_code AND v.maand = m.maand
            LEFT JOIN geleverd g ON g.aanbieder = m.aanbieder AND m.maand BETWEEN g.begin AND g.eind
        ),
        met_berichten AS (SELECT DISTINCT gemeente, aanbieder FROM lever_maand),
        opgave AS (
            {_BIJ.format(tabel="bij_jeugdhulp", soort="hulpvorm", code="hulpvorm", van=_HULP_VAN, tot=_HULP_TOT)}
            UNION ALL
            {
        _BIJ.format(tabel="bij_maatregel", soort="maatregel", code="maatregel", van=_MAATREGEL_VAN, tot=_MAATREGEL_TOT)
    }
        ),
        alle AS (
            SELECT bron, gemeente, aanbieder, client, zorgvorm, koppelbaar, andere_kant FROM bericht
            UNION ALL
            SELECT o.bron, o.gemeente, o.aanbieder, o.client, o.zorgvorm, o.koppelbaar,
                   CASE WHEN b.aanbieder IS NULL THEN 0 ELSE 1 END
            FROM opgave o
            LEFT JOIN met_berichten b ON b.gemeente = o.gemeente AND b.aanbieder = o.aanbieder
        )
        SELECT bron, gemeente, aanbieder, client, zorgvorm, CAST(max(koppelbaar) AS BIGINT) AS koppelbaar,
               CAST(max(andere_kant) AS BIGINT) AS andere_kant
        FROM alle
        WHERE client IS NOT NULL
        GROUP BY bron, gemeente, aanbieder, client, zorgvorm
    """,
)

OOIT = Step(
    Table(
        "aansluiting_ooit",
        "Young people whom a source knows at any time, inside or outside the period.",
        key=("client",),
        columns=(
            Column("client", "text", "pseudonym"),
            Column("in_bij", "integer", "1 when in Beleidsinformatie"),
            Column("in_ijw", "integer", "1 when in the messages"),
        ),
    ),
    needs=("bij_jeugdhulp", "bij_maatregel", "leverperiode"),
    sql="""
        SELECT client, CAST(max(bij) AS BIGINT) AS in_bij, CAST(max(ijw) AS BIGINT) AS in_ijw
        FROM (
            SELECT client, 1 AS bij, 0 AS ijw FROM bij_jeugdhulp WHERE bsn_soort = 'bekend'
            UNION ALL SELECT client, 1, 0 FROM bij_maatregel WHERE bsn_soort = 'bekend'
            UNION ALL SELECT client, 0, 1 FROM leverperiode
        ) c
        GROUP BY client
    """,
)

PERSOON = Step(
    Table(
        "aansluiting_persoon",
        "Every young person in every area, provider and zorgvorm in which one of the sources puts them.",
        key=("niveau", "gebied", "aanbieder", "zorgvorm", "client"),
        columns=(
            Column("niveau", "text", "level"),
            Column("gebied", "text", "area"),
            Column("aanbieder", "text", "AGB code; empty for all providers together"),
            Column("zorgvorm", "text", "zorgvorm"),
            Column("client", "text", "pseudonym"),
            Column("in_bij", "integer", "1 when Beleidsinformatie puts them here"),
            Column("in_ijw", "integer", "1 when the messages put them here"),
            Column("koppelbaar", "integer", "1 when the person can be recognised in the other source"),
            Column("andere_kant", "integer", "1 when a provider of theirs here is in the other source"),
        ),
    ),
    needs=("aansluiting_feit", "plek", "zorgvorm_boven"),
    sql="""
        WITH gebied_feit AS (
            SELECT p.niveau, p.gebied, f.bron, f.aanbieder, f.client, b.boven AS zorgvorm, f.koppelbaar, f.andere_kant
            FROM aansluiting_feit f
            JOIN plek p ON p.gemeente = f.gemeente
            JOIN zorgvorm_boven b ON b.zorgvorm = f.zorgvorm
        ),
        overal AS (
            SELECT niveau, gebied, CAST(NULL AS STRING) AS aanbieder, zorgvorm, client, bron, koppelbaar, andere_kant
            FROM gebied_feit
            UNION ALL
            SELECT niveau, gebied, aanbieder, zorgvorm, client, bron, koppelbaar, andere_kant FROM gebied_feit
        )
        SELECT niveau, gebied, aanbieder, zorgvorm, client,
               CAST(max(CASE WHEN bron = 'bij' THEN 1 ELSE 0 END) AS BIGINT) AS in_bij,
               CAST(max(CASE WHEN bron = 'ijw' THEN 1 ELSE 0 END) AS BIGINT) AS in_ijw,
               CAST(max(koppelbaar) AS BIGINT) AS koppelbaar, CAST(max(andere_kant) AS BIGINT) AS andere_kant
        FROM overal
        GROUP BY niveau, gebied, aanbieder, zorgvorm, client
    """,
)

PERSONEN = Step(
    TABLE,
    needs=("aansluiting_persoon", "aansluiting_ooit"),
    sql=f"""
        WITH
        totaal AS (
            SELECT niveau, gebied, aanbieder, client, in_bij, in_ijw
            FROM aansluiting_persoon
            WHERE zorgvorm = {TOTAAL}
        ),
        bekend AS (
            SELECT p.niveau, p.gebied, p.aanbieder, p.zorgvorm, p.client, p.in_bij, p.in_ijw, p.koppelbaar,
                   p.andere_kant, coalesce(h.in_bij, 0) AS bij_hier, coalesce(h.in_ijw, 0) AS ijw_hier,
                   coalesce(g.in_bij, 0) AS bij_gebied, coalesce(g.in_ijw, 0) AS ijw_gebied,
                   coalesce(l.in_bij, 0) AS bij_land, coalesce(l.in_ijw, 0) AS ijw_land,
                   coalesce(o.in_bij, 0) AS bij_ooit, coalesce(o.in_ijw, 0) AS ijw_ooit
            FROM aansluiting_persoon p
            LEFT JOIN totaal h
              ON h.niveau = p.niveau AND h.gebied = p.gebied AND h.client = p.client
             AND coalesce(h.aanbieder, '') = coalesce(p.aanbieder, '')
            LEFT JOIN totaal g
              ON g.niveau = p.niveau AND g.gebied = p.gebied AND g.client = p.client AND g.aanbieder IS NULL
            LEFT JOIN totaal l ON l.niveau = 'land' AND l.client = p.client AND l.aanbieder IS NULL
            LEFT JOIN aansluiting_ooit o ON o.client = p.client
        ),
        verklaard AS (
            SELECT niveau, gebied, aanbieder, zorgvorm,
                   CASE WHEN in_bij = 1 AND in_ijw = 1 THEN 'beide'
                        WHEN in_ijw = 1 THEN 'alleen ijw' ELSE 'alleen bij' END AS deel,
                   CASE WHEN in_bij = 1 AND in_ijw = 1 THEN NULL
                        WHEN koppelbaar = 0 THEN 'niet te koppelen'
                        WHEN bij_hier = 1 AND ijw_hier = 1 THEN 'code niet gekoppeld'
                        WHEN in_ijw = 1 AND andere_kant = 0 THEN 'nog niet geleverd'
                        WHEN bij_gebied = 1 AND ijw_gebied = 1 THEN 'andere aanbieder'
                        WHEN bij_land = 1 AND ijw_land = 1 THEN 'andere betaler'
                        WHEN in_bij = 1 AND andere_kant = 0 THEN 'taakgericht zonder berichten'
                        WHEN bij_ooit = 1 AND ijw_ooit = 1 THEN 'timing'
                        ELSE {ONBEKEND} END AS oorzaak
            FROM bekend
        )
        SELECT niveau, gebied, aanbieder, $periode AS periode, zorgvorm, deel, oorzaak, count(*) AS aantal
        FROM verklaard
        GROUP BY niveau, gebied, aanbieder, zorgvorm, deel, oorzaak
    """,
)

STEPS = (FEIT, OOIT, PERSOON, PERSONEN)
"""The steps, in order; the last fills the table that stays."""
