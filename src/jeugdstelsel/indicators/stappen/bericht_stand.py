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
    needs=("bericht", "groep", "groep_cel", "maand_periode"),
    sql="""
        WITH per_maand AS (
            SELECT DISTINCT gemeente, aanbieder, berichtsoort, maandnummer(dagtekening) - $basis_maand AS maand
            FROM bericht
            WHERE berichtsoort IN ('JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW319', 'JW323', 'JW325')
              AND maandnummer(dagtekening) - $basis_maand BETWEEN 0 AND $laatste_maand
        )
        SELECT c.cel, p.periode, count(DISTINCT m.berichtsoort) AS gebruikt
        FROM per_maand m
        JOIN groep g ON g.gemeente = m.gemeente AND g.aanbieder = m.aanbieder AND g.product_code = 'n.v.t.'
        JOIN groep_cel c ON c.groep = g.groep
        JOIN maand_periode p ON p.maand = m.maand
        GROUP BY c.cel, p.periode
    """,
)
