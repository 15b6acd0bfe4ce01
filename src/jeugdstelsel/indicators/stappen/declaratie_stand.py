"""Declarations (JW323) and whether the answer (JW325) came in time."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "declaratie_stand",
        "Declaraties (JW323) en of het antwoord (JW325) op tijd kwam.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("declaraties", "integer", "declarations that were answered or whose term has passed"),
            Column("op_tijd", "integer", "declarations answered in time"),
        ),
    ),
    needs=("bericht", "werkdag", "groep", "groep_cel", "maand_periode"),
    sql="""
        WITH
        eerste AS (
            SELECT d.bericht_id, d.gemeente, d.aanbieder, d.dagtekening, min(a.dagtekening) AS antwoord
            FROM bericht d
            LEFT JOIN bericht a
              ON a.berichtsoort = 'JW325' AND a.gemeente = d.gemeente AND a.aanbieder = d.aanbieder
             AND a.declaratie_identificatie = d.identificatie AND a.declaratie_dagtekening = d.dagtekening
             AND a.dagtekening <= $peildatum
            WHERE d.berichtsoort = 'JW323' AND maandnummer(d.dagtekening) - $basis_maand BETWEEN 0 AND $laatste_maand
            GROUP BY d.bericht_id, d.gemeente, d.aanbieder, d.dagtekening
        ),
        per_maand AS (
            SELECT
                e.gemeente, e.aanbieder, maandnummer(e.dagtekening) - $basis_maand AS maand, count(*) AS declaraties,
                count(*) FILTER (
                    WHERE e.antwoord IS NOT NULL
                        AND tot.nummer - van.nummer <= $termijn_declaratie_werkdagen) AS op_tijd
            FROM eerste e
            JOIN werkdag van ON van.datum = e.dagtekening
            JOIN werkdag tot ON tot.datum = coalesce(e.antwoord, $peildatum)
            -- who may still wait within the term is not judged yet
            WHERE e.antwoord IS NOT NULL OR tot.nummer - van.nummer > $termijn_declaratie_werkdagen
            GROUP BY e.gemeente, e.aanbieder, maandnummer(e.dagtekening) - $basis_maand
        )
        SELECT
            c.cel, p.periode, CAST(sum(m.declaraties) AS BIGINT) AS declaraties,
            CAST(sum(m.op_tijd) AS BIGINT) AS op_tijd
        FROM per_maand m
        JOIN groep g ON g.gemeente = m.gemeente AND g.aanbieder = m.aanbieder AND g.product_code = 'n.v.t.'
        JOIN groep_cel c ON c.groep = g.groep
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY c.cel, p.periode
    """,
)
