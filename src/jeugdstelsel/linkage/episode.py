"""Trajecten that follow each other without a gap, also across a change of toewijzing_nummer or gemeente."""

from jeugdstelsel.linkage import OPEN_EIND, Step
from jeugdstelsel.tables.episode import TABLE

STEP = Step(
    TABLE,
    needs=("traject_stand",),
    sql=f"""
        WITH duur AS (
            SELECT traject_id, gemeente, aanbieder, client, product_categorie, reden_wijziging,
                   COALESCE(ingangsdatum, eerste_start) AS begindatum,
                   COALESCE(einddatum, laatste_stop, {OPEN_EIND}) AS einddatum
            FROM traject_stand
            WHERE status <> 'vervallen' AND COALESCE(ingangsdatum, eerste_start) IS NOT NULL
        ),
        sprong AS (
            SELECT traject_id, gemeente, client, aanbieder, product_categorie, begindatum, einddatum,
                   lag(traject_id) OVER rij AS vorige, lag(gemeente) OVER rij AS vorige_gemeente,
                   lag(reden_wijziging) OVER rij AS vorige_reden,
                   CASE WHEN begindatum <= plus_dagen(max(einddatum) OVER (
                            PARTITION BY client, aanbieder, product_categorie ORDER BY begindatum, traject_id
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 1)
                        THEN NULL ELSE CAST(begindatum AS STRING) || traject_id END AS kop
            FROM duur
            WINDOW rij AS (PARTITION BY client, aanbieder, product_categorie ORDER BY begindatum, traject_id)
        ),
        reeks AS (
            SELECT traject_id, gemeente, client, begindatum, einddatum, vorige, vorige_gemeente, vorige_reden,
                   substr(max(kop) OVER (
                       PARTITION BY client, aanbieder, product_categorie ORDER BY begindatum, traject_id
                       ROWS UNBOUNDED PRECEDING), 11) AS episode_id
            FROM sprong
        )
        SELECT traject_id, episode_id,
               row_number() OVER (PARTITION BY episode_id ORDER BY begindatum, traject_id) AS volgnummer,
               client, gemeente,
               CASE WHEN traject_id <> episode_id THEN vorige END AS vorige_traject_id,
               CASE WHEN traject_id <> episode_id THEN vorige_gemeente END AS vorige_gemeente,
               CASE WHEN traject_id = episode_id THEN 'eerste'
                    WHEN vorige_reden = '11' AND vorige_gemeente <> gemeente THEN 'herindeling'
                    WHEN vorige_gemeente <> gemeente THEN 'verhuizing'
                    ELSE 'vervolg' END AS aansluiting,
               begindatum, NULLIF(einddatum, {OPEN_EIND}) AS einddatum
        FROM reeks
    """,
)
