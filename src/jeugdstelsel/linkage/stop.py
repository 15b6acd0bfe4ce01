"""Every stop with the start it ends, and which of several stops on one start counts (TR382, TR413-TR415)."""

from jeugdstelsel.linkage import PAUZE, Step
from jeugdstelsel.model import Column, Table

ZELFDE_PRODUCT = """
    (s.product_categorie = p.product_categorie OR s.product_categorie IS NULL OR p.product_categorie IS NULL)
    AND (s.product_code = p.product_code OR s.product_code IS NULL OR p.product_code IS NULL)
"""
"""Start s and stop p name the same product, or one of them leaves it out."""

STEP = Step(
    Table(
        "stop",
        "Elke stop met de start die zij beëindigt: met dezelfde begindatum, of anders de laatste start zonder stop.",
        key=(
            "traject_id",
            "aanbieder",
            "product_categorie",
            "product_code",
            "begindatum",
            "einddatum",
            "reden_beeindiging",
            "start_begindatum",
            "start_categorie",
            "start_code",
        ),
        columns=(
            Column("traject_id", "text", "traject"),
            Column("aanbieder", "text", "AGB code"),
            Column("product_categorie", "text", "JZ020"),
            Column("product_code", "text", "product code"),
            Column("begindatum", "date", "start of the help, as the stop has it"),
            Column("einddatum", "date", "last day"),
            Column("reden_beeindiging", "text", "JZ588"),
            Column("gemeld", "date", "dagtekening of the last delivery"),
            Column("eerst_gemeld", "date", "dagtekening of the first delivery"),
            Column("start_begindatum", "date", "of the start it ends; empty when there is none"),
            Column("start_categorie", "text", "of that start"),
            Column("start_code", "text", "of that start"),
            Column("eigen_start", "boolean", "whether a start with its begindatum stands"),
            Column("rang", "integer", "1 is the pause, or the definitive stop, that counts for that start"),
        ),
    ),
    needs=("regiemelding",),
    sql=f"""
        WITH paar AS (
            SELECT p.traject_id, p.aanbieder, p.product_categorie, p.product_code, p.begindatum, p.einddatum,
                   p.reden_beeindiging, p.gemeld, p.eerst_gemeld, s.begindatum AS start_begindatum,
                   s.product_categorie AS start_categorie, s.product_code AS start_code
            FROM regiemelding p
            LEFT JOIN regiemelding s ON s.soort = 'start' AND s.traject_id = p.traject_id
                AND s.begindatum = p.begindatum AND {ZELFDE_PRODUCT}
            WHERE p.soort = 'stop'
        ),
        open_start AS (
            SELECT s.traject_id, s.begindatum, s.product_categorie, s.product_code
            FROM regiemelding s
            WHERE s.soort = 'start' AND NOT EXISTS (
                SELECT 1 FROM regiemelding p
                WHERE p.soort = 'stop' AND p.traject_id = s.traject_id AND p.begindatum = s.begindatum
                  AND {ZELFDE_PRODUCT})
        ),
        wees AS (
            SELECT p.traject_id, p.aanbieder, p.product_categorie, p.product_code, p.begindatum, p.einddatum,
                   p.reden_beeindiging, p.gemeld, p.eerst_gemeld, s.begindatum AS start_begindatum,
                   s.product_categorie AS start_categorie, s.product_code AS start_code,
                   row_number() OVER (
                       PARTITION BY p.traject_id, p.aanbieder, p.product_categorie, p.product_code, p.begindatum,
                                    p.einddatum, p.reden_beeindiging
                       ORDER BY s.begindatum DESC NULLS LAST, s.product_categorie NULLS LAST,
                                s.product_code NULLS LAST) AS beurt
            FROM paar p
            LEFT JOIN open_start s ON s.traject_id = p.traject_id AND s.begindatum <= p.einddatum
                AND {ZELFDE_PRODUCT}
            WHERE p.start_begindatum IS NULL
        ),
        alle AS (
            SELECT traject_id, aanbieder, product_categorie, product_code, begindatum, einddatum, reden_beeindiging,
                   gemeld, eerst_gemeld, start_begindatum, start_categorie, start_code, TRUE AS eigen_start
            FROM paar WHERE start_begindatum IS NOT NULL
            UNION ALL
            SELECT traject_id, aanbieder, product_categorie, product_code, begindatum, einddatum, reden_beeindiging,
                   gemeld, eerst_gemeld, start_begindatum, start_categorie, start_code, FALSE AS eigen_start
            FROM wees WHERE beurt = 1
        )
        SELECT traject_id, aanbieder, product_categorie, product_code, begindatum, einddatum, reden_beeindiging,
               gemeld, eerst_gemeld, start_begindatum, start_categorie, start_code, eigen_start,
               row_number() OVER (
                   PARTITION BY traject_id, COALESCE(start_begindatum, begindatum), start_begindatum IS NULL,
                                start_categorie, start_code, reden_beeindiging = {PAUZE}
                   ORDER BY CASE WHEN reden_beeindiging = {PAUZE} THEN einddatum END NULLS LAST,
                            gemeld DESC NULLS LAST, einddatum DESC NULLS LAST, reden_beeindiging NULLS LAST,
                            aanbieder, product_categorie NULLS LAST, product_code NULLS LAST, begindatum
               ) AS rang
        FROM alle
    """,
)
