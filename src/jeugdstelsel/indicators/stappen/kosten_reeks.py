"""The months in which one traject was billed, for one product of one provider."""

from jeugdstelsel.indicators.populaties import GROEP, PERSOON
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "kosten_reeks",
        "De maanden waarin één traject is gedeclareerd, voor één product van één aanbieder.",
        key=("traject", "persoon", "groep"),
        columns=(
            Column("traject", "integer", "number of the traject; empty when the toewijzing is unknown"),
            Column("persoon", "integer", "number of the young person"),
            Column("groep", "integer", "combination of gemeente, provider and product"),
            Column("gedeclareerd", "integer", "bit per month of the window with costs above zero"),
        ),
    ),
    needs=("kosten", "maand"),
    sql=f"""
        SELECT
            CASE WHEN k.traject_id IS NOT NULL THEN getal_van(k.traject_id) END AS traject,
            {PERSOON} AS persoon, {GROEP} AS groep,
            bit_or(CASE WHEN k.netto > 0 THEN m.bit ELSE 0 END) AS gedeclareerd
        FROM kosten k
        JOIN maand m ON m.begin = k.maand
        GROUP BY 1, 2, 3
    """,
)
