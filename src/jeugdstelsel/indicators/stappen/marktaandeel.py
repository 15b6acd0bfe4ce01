"""How the costs of a cell are spread over providers."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "marktaandeel",
        "How the costs of a cell are spread over providers.",
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
    needs=("kosten_periode", "groep", "groep_cel"),
    sql="""
        WITH
        per_aanbieder AS (
            SELECT c.cel, k.periode, g.aanbieder, sum(k.netto) AS netto
            FROM kosten_periode k
            JOIN groep g ON g.groep = k.groep
            JOIN groep_cel c ON c.groep = k.groep
            GROUP BY c.cel, k.periode, g.aanbieder
            HAVING sum(k.netto) > 0
        ),
        rang AS (
            SELECT cel, periode, netto,
                   row_number() OVER (PARTITION BY cel, periode ORDER BY netto DESC NULLS LAST) AS plaats
            FROM per_aanbieder
        )
        SELECT
            cel, periode, count(*) AS aanbieders, CAST(sum(netto) AS BIGINT) AS totaal, CAST(max(netto) AS BIGINT) AS grootste,
            CAST(sum(netto) FILTER (WHERE plaats <= 5) AS BIGINT) AS top5,
            10000 * deel(sum(CAST(netto AS DOUBLE) * CAST(netto AS DOUBLE)), CAST(sum(netto) AS DOUBLE) * CAST(sum(netto) AS DOUBLE))
                AS kwadraten
        FROM rang
        GROUP BY cel, periode
    """,
)
