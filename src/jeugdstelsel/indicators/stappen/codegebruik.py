"""How the costs of a cell are spread over product codes."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "codegebruik",
        "Hoe de kosten van een vak over productcodes zijn verdeeld.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("codes", "integer", "product codes with costs above zero"),
            Column("codes_95", "integer", "fewest codes that together cover 95% of the costs"),
            Column("lokaal", "integer", "of the codes, those outside JZ21"),
        ),
    ),
    needs=("kosten_maand", "groep", "groep_cel", "maand_periode", "periode", "jz21"),
    sql="""
        WITH
        per_maand AS (
            SELECT c.cel, k.maand, g.code_nummer, sum(k.netto) AS netto
            FROM kosten_maand k
            JOIN groep g ON g.groep = k.groep
            JOIN groep_cel c ON c.groep = k.groep
            WHERE g.product_code NOT IN ('onbekend', 'n.v.t.')
            GROUP BY c.cel, k.maand, g.code_nummer
        ),
        per_code AS (
            SELECT m.cel, p.nummer, m.code_nummer, sum(m.netto) AS netto
            FROM per_maand m
            JOIN maand_periode p ON p.maand = m.maand
            GROUP BY m.cel, p.nummer, m.code_nummer
            HAVING sum(m.netto) > 0
        ),
        lokale_code AS (
            SELECT DISTINCT g.code_nummer, 1 AS lokaal
            FROM groep g
            WHERE NOT EXISTS (SELECT 1 FROM jz21 j WHERE j.product_code = g.product_code)
        ),
        opgeteld AS (
            -- what this code and the larger ones cover together
            SELECT cel, nummer, code_nummer, netto,
                   sum(netto) OVER (
                       PARTITION BY cel, nummer ORDER BY netto DESC NULLS LAST, code_nummer NULLS LAST
                       ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS gedekt
            FROM per_code
        ),
        totaal AS (
            SELECT cel, nummer, sum(netto) AS netto FROM per_code GROUP BY cel, nummer
        )
        SELECT
            o.cel, p.periode, count(*) AS codes,
            count(*) FILTER (WHERE 100 * (o.gedekt - o.netto) < 95 * t.netto) AS codes_95,
            CAST(sum(coalesce(l.lokaal, 0)) AS BIGINT) AS lokaal
        FROM opgeteld o
        JOIN totaal t ON t.cel = o.cel AND t.nummer = o.nummer
        JOIN periode p ON p.nummer = o.nummer
        LEFT JOIN lokale_code l ON l.code_nummer = o.code_nummer
        GROUP BY o.cel, p.periode
    """,
)
