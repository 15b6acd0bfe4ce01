"""Requests (JW315 per product, JW317) and whether a toewijzing or answer followed in time."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "verzoek_stand",
        "Verzoeken (JW315 per product, JW317) en of er op tijd een toewijzing of antwoord volgde.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("verzoeken", "integer", "requests that were answered or whose term has passed"),
            Column("op_tijd", "integer", "requests answered in time"),
        ),
    ),
    needs=(
        "aangevraagd_product",
        "verzoek",
        "toegewezen_product",
        "antwoord",
        "bericht",
        "werkdag",
        "groep",
        "groep_cel",
        "maand_periode",
    ),
    sql="""
        WITH
        gevraagd AS (
            SELECT a.bericht_id, a.gemeente, a.aanbieder, a.referentie_aanbieder, b.dagtekening
            FROM aangevraagd_product a
            JOIN bericht b ON b.bericht_id = a.bericht_id AND b.berichtsoort = 'JW315'
            UNION ALL
            SELECT v.bericht_id, v.gemeente, v.aanbieder, v.referentie_aanbieder, b.dagtekening
            FROM verzoek v
            JOIN bericht b ON b.bericht_id = v.bericht_id AND b.berichtsoort = 'JW317'
        ),
        beantwoord AS (
            SELECT t.gemeente, t.aanbieder, t.referentie_aanbieder, b.dagtekening
            FROM toegewezen_product t
            JOIN bericht b ON b.bericht_id = t.bericht_id AND b.berichtsoort = 'JW301'
            WHERE t.referentie_aanbieder IS NOT NULL
            UNION ALL
            SELECT a.gemeente, a.aanbieder, a.referentie_aanbieder, b.dagtekening
            FROM antwoord a
            JOIN bericht b ON b.bericht_id = a.bericht_id AND b.berichtsoort = 'JW319'
        ),
        eerste AS (
            SELECT g.bericht_id, g.gemeente, g.aanbieder, g.referentie_aanbieder, g.dagtekening,
                min(b.dagtekening) AS antwoord
            FROM gevraagd g
            LEFT JOIN beantwoord b
              ON b.gemeente = g.gemeente AND b.aanbieder = g.aanbieder
                  AND b.referentie_aanbieder = g.referentie_aanbieder
             AND b.dagtekening >= g.dagtekening AND b.dagtekening <= $peildatum
            WHERE maandnummer(g.dagtekening) - $basis_maand BETWEEN 0 AND $laatste_maand
            GROUP BY g.bericht_id, g.gemeente, g.aanbieder, g.referentie_aanbieder, g.dagtekening
        ),
        per_maand AS (
            SELECT
                e.gemeente, e.aanbieder, maandnummer(e.dagtekening) - $basis_maand AS maand, count(*) AS verzoeken,
                count(*) FILTER (
                    WHERE e.antwoord IS NOT NULL AND tot.nummer - van.nummer <= $termijn_verzoek_werkdagen) AS op_tijd
            FROM eerste e
            JOIN werkdag van ON van.datum = e.dagtekening
            JOIN werkdag tot ON tot.datum = coalesce(e.antwoord, $peildatum)
            -- who may still wait within the term is not judged yet
            WHERE e.antwoord IS NOT NULL OR tot.nummer - van.nummer > $termijn_verzoek_werkdagen
            GROUP BY e.gemeente, e.aanbieder, maandnummer(e.dagtekening) - $basis_maand
        )
        SELECT
            c.cel, p.periode, CAST(sum(m.verzoeken) AS BIGINT) AS verzoeken, CAST(sum(m.op_tijd) AS BIGINT) AS op_tijd
        FROM per_maand m
        JOIN groep g ON g.gemeente = m.gemeente AND g.aanbieder = m.aanbieder AND g.product_code = 'n.v.t.'
        JOIN groep_cel c ON c.groep = g.groep
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY c.cel, p.periode
    """,
)
