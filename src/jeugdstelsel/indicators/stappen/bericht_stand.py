"""How many of the eight message types that carry care or money were used."""

from jeugdstelsel.indicators.stappen.bericht_maand import SOORTEN
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

AANTAL = " + ".join(f"CASE WHEN soorten & {1 << bit} <> 0 THEN 1 ELSE 0 END" for bit in range(len(SOORTEN)))

STEP = Step(
    Table(
        "bericht_stand",
        "Hoeveel van de acht berichtsoorten over hulp of geld zijn gebruikt.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column("gebruikt", "integer", f"message types used, of {', '.join(SOORTEN)}"),
        ),
    ),
    needs=("bericht_maand", "groep", "groep_cel", "maand", "maand_periode"),
    sql=f"""
        SELECT cel, periode, CAST({AANTAL} AS BIGINT) AS gebruikt
        FROM (
            SELECT c.cel, p.periode, bit_or(b.soorten) AS soorten
            FROM bericht_maand b
            JOIN maand m ON m.begin = b.begin
            JOIN groep g ON g.gemeente = b.gemeente AND g.aanbieder = b.aanbieder AND g.product_code = 'n.v.t.'
            JOIN groep_cel c ON c.groep = g.groep
            JOIN maand_periode p ON p.maand = m.maand
            WHERE b.soorten <> 0
            GROUP BY c.cel, p.periode
        ) s
    """,
)
