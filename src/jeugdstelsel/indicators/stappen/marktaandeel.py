"""How the costs of a cell are spread over providers."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "marktaandeel",
        "Hoe de kosten van een vak over aanbieders zijn verdeeld.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("aanbieders", "integer", "providers with costs above zero"),
            Column("totaal", "integer", "their costs, eurocent"),
            Column("grootste", "integer", "costs of the largest, eurocent"),
            Column("top5", "integer", "costs of the five largest, eurocent"),
            Column("kwadraten", "double", "sum of the squared shares, in percentage points (0 to 10000)"),
        ),
    ),
    needs=("kosten_aanbieder", "maand_periode", "periode"),
    sql="""
        WITH
        per_aanbieder AS (
            SELECT m.cel, p.nummer, m.aanbieder, sum(m.netto) AS netto
            FROM kosten_aanbieder m
            JOIN maand_periode p ON p.maand = m.maand
            GROUP BY m.cel, p.nummer, m.aanbieder
            HAVING sum(m.netto) > 0
        ),
        rang AS (
            SELECT cel, nummer, netto,
                   row_number() OVER (PARTITION BY cel, nummer ORDER BY netto DESC NULLS LAST) AS plaats
            FROM per_aanbieder
        )
        SELECT
            r.cel, p.periode, count(*) AS aanbieders, CAST(sum(r.netto) AS BIGINT) AS totaal,
            CAST(max(r.netto) AS BIGINT) AS grootste,
            CAST(sum(r.netto) FILTER (WHERE r.plaats <= 5) AS BIGINT) AS top5,
            -- whole numbers, because a sum of doubles depends on the order
            10000 * deel(sum(CAST(r.netto AS DECIMAL(19, 0)) * CAST(r.netto AS DECIMAL(19, 0))),
                         CAST(sum(r.netto) AS DOUBLE) * CAST(sum(r.netto) AS DOUBLE)) AS kwadraten
        FROM rang r
        JOIN periode p ON p.nummer = r.nummer
        GROUP BY r.cel, p.periode
    """,
)
