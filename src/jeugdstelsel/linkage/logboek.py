"""What changed its mind between two runs: merges, splits, a toewijzing that became known, new episodes."""

from jeugdstelsel.tables.taakgericht import TABLE as TAAKGERICHT

BEWAARD = {
    "traject": ("traject_id", "toewijzingsdatum", "status"),
    "taakgericht": TAAKGERICHT.names,
    "episode": ("traject_id", "episode_id"),
}
"""What is needed of the state before the run, as `oud_<table>`."""

WIJZIGINGEN = """
    SELECT DISTINCT
           CASE WHEN EXISTS (SELECT 1 FROM traject t WHERE t.traject_id = o.traject_id) THEN 'gesplitst'
                WHEN EXISTS (SELECT 1 FROM oud_traject t WHERE t.traject_id = n.traject_id) THEN 'samengevoegd'
                ELSE 'hernoemd' END AS soort,
           n.traject_id, o.traject_id AS oud, n.traject_id AS nieuw
    FROM oud_taakgericht o
    JOIN taakgericht n ON n.gemeente = o.gemeente AND n.aanbieder = o.aanbieder AND n.client = o.client
        AND n.product_categorie IS NOT DISTINCT FROM o.product_categorie
        AND n.product_code IS NOT DISTINCT FROM o.product_code AND n.begindatum = o.begindatum
    WHERE n.traject_id <> o.traject_id
    UNION ALL
    SELECT 'toewijzing_bekend', n.traject_id, o.status, n.status
    FROM oud_traject o JOIN traject n ON n.traject_id = o.traject_id
    WHERE o.toewijzingsdatum IS NULL AND n.toewijzingsdatum IS NOT NULL
    UNION ALL
    SELECT 'vervallen', n.traject_id, o.status, n.status
    FROM oud_traject o JOIN traject n ON n.traject_id = o.traject_id
    WHERE o.status <> 'vervallen' AND n.status = 'vervallen'
    UNION ALL
    SELECT 'verdwenen', o.traject_id, o.status, CAST(NULL AS STRING)
    FROM oud_traject o
    WHERE NOT EXISTS (SELECT 1 FROM traject n WHERE n.traject_id = o.traject_id)
    UNION ALL
    SELECT 'episode', n.traject_id, o.episode_id, n.episode_id
    FROM oud_episode o JOIN episode n ON n.traject_id = o.traject_id
    WHERE n.episode_id <> o.episode_id
"""
"""Rows (soort, traject_id, oud, nieuw) for koppeling_log, from the old and the new state."""
