"""Median and P90 of the waiting time by Kaplan-Meier: who still waits counts until the day last seen."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "wachtcurve",
        "Mediaan en P90 van de wachttijd volgens Kaplan-Meier: wie nog wacht, telt tot de laatst bekende dag.",
        key=("soort", "cel", "periode"),
        columns=(
            Column("soort", "text", "verzoek, toewijzing or ingang"),
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("klaar", "integer", "whose waiting ended"),
            Column("wachtend", "integer", "who still waited when last seen"),
            Column(
                "mediaan",
                "integer",
                "first day on which at most half still waits; empty when the curve does not reach that",
            ),
            Column(
                "p90",
                "integer",
                "first day on which at most a tenth still waits; empty when the curve does not reach that",
            ),
        ),
    ),
    needs=("wachtduur", "maand_periode", "cel"),
    sql="""
        WITH
        dag AS (
            SELECT
                -- one number per kind, cell and period, because numbers sort faster
                (c.volgnummer * 10000 + p.nummer) * 3
                    + CASE w.soort WHEN 'verzoek' THEN 0 WHEN 'toewijzing' THEN 1 ELSE 2 END AS reeks,
                w.dagen, CAST(sum(w.klaar) AS BIGINT) AS klaar, CAST(sum(w.klaar + w.wachtend) AS BIGINT) AS aantal
            FROM wachtduur w
            JOIN cel c ON c.cel = w.cel
            JOIN maand_periode p ON p.maand = w.maand
            GROUP BY 1, 2
        ),
        met_risico AS (
            -- who is still waiting just before this day; whoever was last seen on the day itself still counts
            SELECT reeks, dagen, klaar,
                   sum(aantal) OVER (
                       PARTITION BY reeks ORDER BY dagen DESC NULLS LAST
                       ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS risico
            FROM dag
        ),
        curve AS (
            -- the product of the daily chances to keep waiting, as a sum of logarithms
            SELECT reeks, dagen,
                   sum(ln(CASE WHEN klaar = risico THEN 1e-300 ELSE 1 - deel(klaar, risico) END)) OVER (
                       PARTITION BY reeks ORDER BY dagen NULLS LAST
                       ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS log_wacht
            FROM met_risico
            WHERE klaar > 0
        ),
        kwantiel AS (
            SELECT
                reeks, min(dagen) FILTER (WHERE log_wacht <= ln(0.5) + 1e-9) AS mediaan,
                min(dagen) FILTER (WHERE log_wacht <= ln(0.1) + 1e-9) AS p90
            FROM curve
            GROUP BY reeks
        ),
        totaal AS (
            SELECT w.soort, w.cel, p.nummer, p.periode, sum(w.klaar) AS klaar, sum(w.wachtend) AS wachtend
            FROM wachtduur w
            JOIN maand_periode p ON p.maand = w.maand
            GROUP BY w.soort, w.cel, p.nummer, p.periode
        )
        SELECT
            t.soort, t.cel, t.periode, CAST(t.klaar AS BIGINT) AS klaar, CAST(t.wachtend AS BIGINT) AS wachtend,
            k.mediaan, k.p90
        FROM totaal t
        JOIN cel c ON c.cel = t.cel
        LEFT JOIN kwantiel k
          ON k.reeks = (c.volgnummer * 10000 + t.nummer) * 3
                + CASE t.soort WHEN 'verzoek' THEN 0 WHEN 'toewijzing' THEN 1 ELSE 2 END
    """,
)
