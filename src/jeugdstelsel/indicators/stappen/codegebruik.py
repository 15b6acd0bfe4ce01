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
    needs=("kosten_code", "maand_periode", "periode", "jz21"),
    sql="""
        WITH
        per_code AS (
            SELECT m.cel, p.nummer, m.product_code, sum(m.netto) AS netto
            FROM kosten_code m
            JOIN maand_periode p ON p.maand = m.maand
            GROUP BY m.cel, p.nummer, m.product_code
            HAVING sum(m.netto) > 0
        ),
        opgeteld AS (
            -- what this code and the larger ones cover together
            SELECT cel, nummer, product_code, netto,
                   sum(netto) OVER (
                       PARTITION BY cel, nummer ORDER BY netto DESC NULLS LAST, product_code NULLS LAST
                       ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS gedekt
            FROM per_code
        ),
        totaal AS (
            SELECT cel, nummer, sum(netto) AS netto FROM per_code GROUP BY cel, nummer
        )
        SELECT
            o.cel, p.periode, count(*) AS codes,
            count(*) FILTER (WHERE 100 * (o.gedekt - o.netto) < 95 * t.netto) AS codes_95,
            count(*) FILTER (WHERE j.product_code IS NULL) AS lokaal
        FROM opgeteld o
        JOIN totaal t ON t.cel = o.cel AND t.nummer = o.nummer
        JOIN periode p ON p.nummer = o.nummer
        LEFT JOIN jz21 j ON j.product_code = o.product_code
        GROUP BY o.cel, p.periode
    """,
)
