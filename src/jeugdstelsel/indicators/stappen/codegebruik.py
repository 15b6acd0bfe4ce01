"""How the costs of a cell are spread over product codes."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "codegebruik",
        "How the costs of a cell are spread over product codes.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("codes", "integer", "product codes with costs above zero"),
            Column("codes_95", "integer", "fewest codes that together cover 95% of the costs"),
            Column("lokaal", "integer", "of the codes, those outside JZ21"),
        ),
    ),
    needs=("kosten_maand", "groep", "groep_cel", "maand_periode", "jz21"),
    sql="""
        WITH
        per_maand AS (
            SELECT c.cel, k.maand, g.product_code, sum(k.netto) AS netto
            FROM kosten_maand k
            JOIN groep g ON g.groep = k.groep
            JOIN groep_cel c ON c.groep = k.groep
            WHERE g.product_code <> 'onbekend'
            GROUP BY c.cel, k.maand, g.product_code
        ),
        per_code AS (
            SELECT m.cel, p.periode, m.product_code, sum(m.netto) AS netto
            FROM per_maand m
            JOIN maand_periode p ON p.maand = m.maand
            GROUP BY m.cel, p.periode, m.product_code
            HAVING sum(m.netto) > 0
        ),
        opgeteld AS (
            -- what the larger codes cover together, before this one
            SELECT p.cel, p.periode, p.netto, CASE WHEN j.product_code IS NULL THEN 1 ELSE 0 END AS lokaal,
                   sum(p.netto) OVER (PARTITION BY p.cel, p.periode ORDER BY p.netto DESC NULLS LAST,
                       p.product_code NULLS LAST
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - p.netto AS ervoor,
                   sum(p.netto) OVER (PARTITION BY p.cel, p.periode) AS totaal
            FROM per_code p
            LEFT JOIN jz21 j ON j.product_code = p.product_code
        )
        SELECT
            cel, periode, count(*) AS codes,
            count(*) FILTER (WHERE 100 * ervoor < 95 * totaal) AS codes_95,
            CAST(sum(lokaal) AS BIGINT) AS lokaal
        FROM opgeteld
        GROUP BY cel, periode
    """,
)
