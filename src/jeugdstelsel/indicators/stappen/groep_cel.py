"""The cells in which a combination counts, one per level."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "groep_cel",
        "De vakken waarin een combinatie telt, één per niveau.",
        key=("groep", "cel"),
        columns=(
            Column("groep", "integer", "combination"),
            Column("cel", "integer", "cell"),
            Column("eigen", "boolean", "whether facts known per product and of all products together count here"),
        ),
    ),
    needs=("groep_niveau", "cel"),
    sql="""
        SELECT g.groep, c.cel, g.eigen
        FROM groep_niveau g
        JOIN cel c
          ON c.niveau = g.niveau AND c.gemeente = g.gemeente AND c.jeugdregio = g.jeugdregio
              AND c.aanbieder = g.aanbieder
         AND c.product_categorie = g.product_categorie AND c.product_code = g.product_code
    """,
)
