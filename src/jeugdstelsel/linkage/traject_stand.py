"""Every traject with its dates, intervals and state; what is wrong with it comes after."""

from jeugdstelsel.linkage import PAUZE, Step
from jeugdstelsel.model import Table
from jeugdstelsel.tables.traject import TABLE

STEP = Step(
    Table(
        "traject_stand",
        "Elk traject met zijn datums, tussenpozen en status.",
        key=("traject_id",),
        columns=tuple(column for column in TABLE.columns if column.name != "bijzonderheden"),
    ),
    needs=(
        "toewijzing",
        "regiemelding",
        "rekening",
        "leverperiode",
        "stop",
        "toewijzing_aanvraag",
        "aanvraag",
        "persoon",
    ),
    sql=f"""
        WITH basis AS (
            SELECT traject_id, gemeente, aanbieder, client, toewijzing_nummer, product_categorie, product_code,
                   toewijzingsdatum, ingangsdatum, einddatum, reden_wijziging, vervallen
            FROM toewijzing
            UNION ALL
            SELECT m.traject_id, m.gemeente, min(m.aanbieder), m.client, min(m.toewijzing_nummer),
                   CASE WHEN min(m.product_categorie) = max(m.product_categorie) THEN min(m.product_categorie) END,
                   CASE WHEN min(m.product_code) = max(m.product_code) THEN min(m.product_code) END,
                   CAST(NULL AS DATE), CAST(NULL AS DATE), CAST(NULL AS DATE), CAST(NULL AS STRING), FALSE
            FROM regiemelding m
            WHERE NOT EXISTS (SELECT 1 FROM toewijzing z WHERE z.traject_id = m.traject_id)
            GROUP BY m.traject_id, m.gemeente, m.client
            UNION ALL
            SELECT k.traject_id, k.gemeente, k.aanbieder, k.client, k.toewijzing_nummer, k.product_categorie,
                   k.product_code,
                   CAST(NULL AS DATE), CAST(NULL AS DATE), CAST(NULL AS DATE), CAST(NULL AS STRING), FALSE
            FROM rekening k
            WHERE NOT EXISTS (SELECT 1 FROM toewijzing z WHERE z.traject_id = k.traject_id)
              AND NOT EXISTS (SELECT 1 FROM regiemelding m WHERE m.traject_id = k.traject_id)
        ),
        levering AS (
            SELECT traject_id, min(begindatum) AS eerste_start, count(*) - count(einddatum) AS lopend,
                   plak(array_agg(CAST(begindatum AS STRING) || '/' || COALESCE(CAST(einddatum AS STRING), '')), ' ; ')
                       AS leverperioden,
                   CAST(sum(dagen(begindatum, einddatum) + 1) AS BIGINT) AS dagen_geleverd
            FROM leverperiode GROUP BY traject_id
        ),
        einde AS (
            SELECT traject_id, CAST(substr(laatste, 1, 10) AS DATE) AS laatste_stop,
                   substr(laatste, 22) AS reden_laatste_stop
            FROM (
                -- of two stops on one day the definitive one, then the one that was sent last
                SELECT traject_id,
                       max(CAST(einddatum AS STRING) || CASE WHEN reden_beeindiging = {PAUZE} THEN '0' ELSE '1' END
                           || CAST(gemeld AS STRING) || reden_beeindiging) AS laatste
                FROM stop WHERE rang = 1 GROUP BY traject_id
            ) s
        ),
        keten AS (
            SELECT b.traject_id, b.gemeente, b.aanbieder, b.client, b.toewijzing_nummer, b.product_categorie,
                   b.product_code, v.verwijzer, v.dagtekening AS datum_verzoek, b.toewijzingsdatum, b.ingangsdatum,
                   b.einddatum, b.reden_wijziging, l.eerste_start,
                   CASE WHEN COALESCE(l.lopend, 0) = 0 THEN e.laatste_stop END AS laatste_stop,
                   CASE WHEN COALESCE(l.lopend, 0) = 0 THEN e.reden_laatste_stop END AS reden_laatste_stop,
                   l.leverperioden, l.dagen_geleverd,
                   CASE WHEN b.vervallen THEN 'vervallen'
                        WHEN l.lopend > 0 THEN 'gestart'
                        WHEN e.reden_laatste_stop = {PAUZE} THEN 'onderbroken'
                        WHEN e.laatste_stop IS NOT NULL THEN 'gestopt'
                        WHEN b.toewijzingsdatum IS NOT NULL THEN 'toegewezen'
                        ELSE 'onbekend' END AS status
            FROM basis b
            LEFT JOIN levering l ON l.traject_id = b.traject_id
            LEFT JOIN einde e ON e.traject_id = b.traject_id
            LEFT JOIN toewijzing_aanvraag r ON r.traject_id = b.traject_id
            LEFT JOIN aanvraag v ON v.sleutel = r.sleutel
        )
        SELECT k.traject_id, k.gemeente, k.aanbieder, k.client, k.toewijzing_nummer, k.product_categorie,
               k.product_code, k.verwijzer, p.geboortejaar, p.geslacht, k.datum_verzoek, k.toewijzingsdatum,
               k.ingangsdatum, k.einddatum, k.reden_wijziging, k.eerste_start, k.laatste_stop, k.reden_laatste_stop,
               k.leverperioden, k.status,
               dagen(k.datum_verzoek, k.toewijzingsdatum) AS dagen_verzoek_toewijzing,
               dagen(k.toewijzingsdatum, k.eerste_start) AS dagen_toewijzing_start,
               dagen(k.datum_verzoek, k.eerste_start) AS dagen_verzoek_start,
               dagen(k.ingangsdatum, k.eerste_start) AS dagen_ingang_start,
               CASE WHEN k.status = 'gestopt' THEN dagen(k.eerste_start, k.laatste_stop) + 1 END AS duur_bruto_dagen,
               CASE WHEN k.status = 'gestopt' THEN k.dagen_geleverd END AS duur_netto_dagen
        FROM keten k LEFT JOIN persoon p ON p.client = k.client
    """,
)
