"""Which request led to a toewijzing: the first version that carries the reference of a known request."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "toewijzing_aanvraag",
        "Het verzoek dat tot een toewijzing leidde; een JW317 die haar alleen wijzigt, is niet de oorsprong.",
        key=("traject_id",),
        columns=(
            Column("traject_id", "text", "traject"),
            Column("sleutel", "text", "request"),
        ),
    ),
    needs=("toewijzing_versie", "aanvraag", "wijziging"),
    sql="""
        SELECT traject_id, sleutel
        FROM (
            SELECT t.traject_id, v.sleutel,
                   row_number() OVER (PARTITION BY t.traject_id ORDER BY t.volgnummer DESC) AS beurt
            FROM toewijzing_versie t
            JOIN aanvraag v ON v.gemeente = t.gemeente AND v.aanbieder = t.aanbieder AND v.client = t.client
                AND v.referentie_aanbieder = t.referentie_aanbieder
            WHERE NOT EXISTS (
                SELECT 1 FROM wijziging w
                WHERE w.bericht_id = v.bericht_id AND w.soort IN ('ongewijzigd', 'te_wijzigen')
                  AND w.toewijzing_nummer = t.toewijzing_nummer
            )
        ) r
        WHERE r.beurt = 1
    """,
)
