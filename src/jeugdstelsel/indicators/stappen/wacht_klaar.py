"""How many people had waited how many days when their waiting ended, by the month in which it began."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "wacht_klaar",
        "Hoeveel mensen hoeveel dagen hadden gewacht toen het wachten eindigde, naar de maand waarin het begon.",
        key=("soort", "cel", "maand", "dagen"),
        columns=(
            Column("soort", "text", "verzoek, toewijzing or ingang"),
            Column("cel", "integer", "cell"),
            Column("maand", "integer", "month of the window in which the waiting began"),
            Column("dagen", "integer", "days waited"),
            Column("klaar", "integer", "people"),
        ),
    ),
    needs=("traject_feit", "groep_cel"),
    sums=True,
    sql="""
        WITH feit AS (
            SELECT 'verzoek' AS soort, groep, maand_verzocht AS maand, wacht_verzoek AS dagen
            FROM traject_feit
            WHERE maand_verzocht IS NOT NULL AND wacht_verzoek IS NOT NULL
            UNION ALL
            SELECT 'toewijzing', groep, maand_toegewezen, wacht_toewijzing
            FROM traject_feit
            WHERE maand_toegewezen IS NOT NULL AND eerste_start IS NOT NULL
            UNION ALL
            SELECT 'ingang', groep, maand_ingegaan, wacht_ingang
            FROM traject_feit
            WHERE maand_ingegaan IS NOT NULL AND eerste_start IS NOT NULL
        )
        SELECT f.soort, c.cel, f.maand, f.dagen, count(*) AS klaar
        FROM feit f
        JOIN groep_cel c ON c.groep = f.groep
        GROUP BY f.soort, c.cel, f.maand, f.dagen
    """,
)
