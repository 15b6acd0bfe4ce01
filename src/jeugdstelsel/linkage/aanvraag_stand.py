"""What became of every request: assigned, rejected, under study, or still open."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.model import Column, Table

STEP = Step(
    Table(
        "aanvraag_stand",
        "De antwoorden op elk verzoek; een JW319 noemt geen jongere en wordt dus met de referentie gevonden.",
        key=("sleutel",),
        columns=(
            Column("sleutel", "text", "request"),
            Column("toegewezen_op", "date", "dagtekening of the first JW301 that carries the reference"),
            Column("afgewezen_op", "date", "dagtekening of the first JW319 that rejects (WJ760 1)"),
            Column("onderzoek_op", "date", "dagtekening of the first JW319 that studies it (WJ760 2)"),
        ),
    ),
    needs=("aanvraag", "toewijzing_versie", "toewijzing", "antwoord", "bericht", "afgewezen_bericht"),
    sql="""
        SELECT v.sleutel, t.toegewezen_op, a.afgewezen_op, a.onderzoek_op
        FROM aanvraag v
        LEFT JOIN (
            SELECT r.gemeente, r.aanbieder, r.client, r.referentie_aanbieder, min(r.dagtekening) AS toegewezen_op
            FROM toewijzing_versie r JOIN toewijzing z ON z.traject_id = r.traject_id
            WHERE r.referentie_aanbieder IS NOT NULL AND NOT z.vervallen
            GROUP BY r.gemeente, r.aanbieder, r.client, r.referentie_aanbieder
        ) t ON t.gemeente = v.gemeente AND t.aanbieder = v.aanbieder AND t.client = v.client
            AND t.referentie_aanbieder = v.referentie_aanbieder
        LEFT JOIN (
            SELECT q.sleutel,
                   min(CASE WHEN w.verzoek_antwoord = '1' THEN b.dagtekening END) AS afgewezen_op,
                   min(CASE WHEN w.verzoek_antwoord = '2' THEN b.dagtekening END) AS onderzoek_op
            FROM aanvraag q
            JOIN antwoord w ON w.gemeente = q.gemeente AND w.aanbieder = q.aanbieder
                AND w.referentie_aanbieder = q.referentie_aanbieder
            JOIN bericht b ON b.bericht_id = w.bericht_id AND b.dagtekening >= q.dagtekening
            WHERE NOT EXISTS (SELECT 1 FROM afgewezen_bericht x WHERE x.bericht_id = w.bericht_id)
            GROUP BY q.sleutel
        ) a ON a.sleutel = v.sleutel
    """,
)
