"""How many of the eight message types that carry care or money were used."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "bericht_stand",
        "Hoeveel van de acht berichtsoorten over hulp of geld zijn gebruikt.",
        key=("cel", "periode"),
        columns=(
            Column("cel", "integer", "cell"),
            Column("periode", "text", "period"),
            Column(
                "gebruikt",
                "integer",
                "message types used, of JW301, JW305, JW307, JW315, JW317, JW319, JW323 and JW325",
            ),
        ),
    ),
    needs=("bericht_maand", "groep", "groep_cel", "maand", "maand_periode"),
    sql="""
        SELECT c.cel, p.periode, count(DISTINCT b.berichtsoort) AS gebruikt
        FROM bericht_maand b
        JOIN maand m ON m.begin = b.begin
        JOIN groep g ON g.gemeente = b.gemeente AND g.aanbieder = b.aanbieder AND g.product_code = 'n.v.t.'
        JOIN groep_cel c ON c.groep = g.groep
        JOIN maand_periode p ON p.maand = m.maand
        WHERE b.berichtsoort IN ('JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW319', 'JW323', 'JW325')
        GROUP BY c.cel, p.periode
    """,
)
