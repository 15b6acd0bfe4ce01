"""Starts and stops as reported: linked to a toewijzing, and in time."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "melding_stand",
        "Starts en stops zoals gemeld: gekoppeld aan een toewijzing, en op tijd.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("meldingen", "integer", "starts and stops"),
            Column("met_nummer", "integer", "with a ToewijzingNummer"),
            Column("gekoppeld", "integer", "with a ToewijzingNummer that is known for this young person"),
            Column("starts", "integer", "starts"),
            Column("starts_op_tijd", "integer", "starts reported in time"),
            Column("stops", "integer", "definite stops"),
            Column("stops_op_tijd", "integer", "definite stops reported in time"),
        ),
    ),
    needs=("melding", "bericht", "traject", "werkdag", "groep", "groep_cel", "maand_periode"),
    sql="""
        WITH
        gemeld AS (
            SELECT
                m.gemeente, m.aanbieder, m.toewijzing_nummer, t.toewijzingsdatum, b.dagtekening,
                CASE WHEN m.soort = 'start' THEN m.begindatum ELSE m.einddatum END AS dag,
                CASE WHEN m.soort = 'start' THEN 1 ELSE 0 END AS is_start,
                CASE WHEN m.soort = 'stop' AND m.reden_beeindiging <> '20' THEN 1 ELSE 0 END AS is_stop,
                CASE WHEN t.client IS NOT NULL THEN 1 ELSE 0 END AS gekoppeld
            FROM melding m
            JOIN bericht b ON b.bericht_id = m.bericht_id AND b.berichtsoort IN ('JW305', 'JW307')
            LEFT JOIN traject t
              ON t.gemeente = m.gemeente AND t.toewijzing_nummer = m.toewijzing_nummer AND t.client = m.client
                -- reports and bills make a traject of their own when no toewijzing is known
                AND t.toewijzingsdatum IS NOT NULL
            WHERE m.status_aanlevering <> '3'
        ),
        op_tijd AS (
            SELECT
                g.gemeente, g.aanbieder, maandnummer(g.dag) - $basis_maand AS maand, g.toewijzing_nummer, g.gekoppeld,
                g.is_start, g.is_stop,
                CASE WHEN tot.nummer - van.nummer <= $termijn_melding_werkdagen THEN 1 ELSE 0 END AS tijdig
            FROM gemeld g
            -- with a retroactive toewijzing the term runs from the toewijzing
            LEFT JOIN werkdag van ON van.datum = greatest(g.dag, coalesce(g.toewijzingsdatum, g.dag))
            LEFT JOIN werkdag tot ON tot.datum = g.dagtekening
            WHERE maandnummer(g.dag) - $basis_maand BETWEEN 0 AND $laatste_maand
        ),
        per_maand AS (
            SELECT
                gemeente, aanbieder, maand, count(*) AS meldingen, count(toewijzing_nummer) AS met_nummer,
                sum(gekoppeld) AS gekoppeld, sum(is_start) AS starts, sum(is_start * tijdig) AS starts_op_tijd,
                sum(is_stop) AS stops, sum(is_stop * tijdig) AS stops_op_tijd
            FROM op_tijd
            GROUP BY gemeente, aanbieder, maand
        )
        SELECT
            c.cel, p.periode, CAST(sum(m.meldingen) AS BIGINT) AS meldingen,
            CAST(sum(m.met_nummer) AS BIGINT) AS met_nummer,
            CAST(sum(m.gekoppeld) AS BIGINT) AS gekoppeld, CAST(sum(m.starts) AS BIGINT) AS starts,
            CAST(sum(m.starts_op_tijd) AS BIGINT) AS starts_op_tijd, CAST(sum(m.stops) AS BIGINT) AS stops,
            CAST(sum(m.stops_op_tijd) AS BIGINT) AS stops_op_tijd
        FROM per_maand m
        JOIN groep g ON g.gemeente = m.gemeente AND g.aanbieder = m.aanbieder AND g.product_code = 'n.v.t.'
        JOIN groep_cel c ON c.groep = g.groep
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY c.cel, p.periode
    """,
)
