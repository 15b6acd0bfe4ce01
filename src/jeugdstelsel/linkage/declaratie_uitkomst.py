"""Which JW323 has been answered, by which JW325, and whether it was rejected as a whole (IV087, IV088)."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "declaratie_uitkomst",
        "Het laatste antwoord op elke JW323 die is beantwoord.",
        key=("bericht_id",),
        columns=(
            Column("bericht_id", "text", "the JW323"),
            Column("antwoord_id", "text", "the last JW325 that answers it"),
            Column("geheel_afgewezen", "boolean", "nothing was granted, for a reason above the lines"),
        ),
    ),
    needs=("bericht", "declaratie_antwoord", "retourcode"),
    sql="""
        SELECT p.bericht_id, p.antwoord_id,
               f.bericht_id IS NOT NULL AND COALESCE(w.toegekend_bedrag, 0) = 0 AS geheel_afgewezen
        FROM (
            SELECT d.bericht_id, a.bericht_id AS antwoord_id,
                   row_number() OVER (PARTITION BY d.bericht_id
                                      ORDER BY a.dagtekening DESC NULLS LAST, a.bericht_id DESC) AS beurt
            FROM bericht a
            JOIN bericht d ON d.gemeente = a.gemeente AND d.aanbieder = a.aanbieder
                AND d.identificatie = a.declaratie_identificatie AND d.dagtekening = a.declaratie_dagtekening
            WHERE a.berichtsoort = 'JW325' AND d.berichtsoort = 'JW323'
        ) p
        LEFT JOIN declaratie_antwoord w ON w.bericht_id = p.antwoord_id
        LEFT JOIN (
            SELECT DISTINCT bericht_id FROM retourcode
            WHERE klasse NOT IN ('Client', 'Prestatie') AND retour_code NOT IN ('0200', '0233', '8001')
        ) f ON f.bericht_id = p.antwoord_id
        WHERE p.beurt = 1
    """,
)
