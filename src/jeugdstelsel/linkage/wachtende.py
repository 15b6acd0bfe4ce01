"""Who waits: a request for new help without an answer, or a toewijzing without a start or a bill."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.tables.wachtende import TABLE

STEP = Step(
    TABLE,
    needs=("aanvraag", "aanvraag_stand", "traject_stand", "rekening"),
    sql="""
        SELECT 'verzoek' AS soort, v.sleutel, CAST(NULL AS STRING) AS traject_id, v.gemeente, v.aanbieder, v.client,
               v.product_categorie, v.product_code, v.verwijzer, v.dagtekening AS sinds, CAST(NULL AS DATE) AS tot
        FROM aanvraag v JOIN aanvraag_stand s ON s.sleutel = v.sleutel
        WHERE v.nieuw AND s.toegewezen_op IS NULL AND s.afgewezen_op IS NULL
        UNION ALL
        SELECT 'start', t.traject_id, t.traject_id, t.gemeente, t.aanbieder, t.client, t.product_categorie,
               t.product_code, t.verwijzer, greatest(t.toewijzingsdatum, t.ingangsdatum), t.einddatum
        FROM traject_stand t
        LEFT JOIN rekening r ON r.traject_id = t.traject_id
        WHERE t.status = 'toegewezen' AND COALESCE(r.netto, 0) <= 0
    """,
)
