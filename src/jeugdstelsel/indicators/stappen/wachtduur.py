"""How many people waited how many days, by the month in which the waiting began."""

from jeugdstelsel.indicators.populaties import GROEP
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "wachtduur",
        "Hoeveel mensen hoeveel dagen wachtten, naar de maand waarin het wachten begon.",
        key=("soort", "cel", "maand", "dagen"),
        columns=(
            Column("soort", "text", "verzoek, toewijzing_start or ingang"),
            Column("cel", "integer", "cell"),
            Column("maand", "integer", "month of the window in which the waiting began"),
            Column("dagen", "integer", "days waited, or waited so far"),
            Column("klaar", "integer", "whose waiting ended"),
            Column("wachtend", "integer", "who still waited when last seen"),
        ),
    ),
    needs=("traject_feit", "wachtende", "groep_cel"),
    sql=f"""
        WITH
        feit AS (
            SELECT 'verzoek' AS soort, groep, maand_verzocht AS maand, wacht_verzoek AS dagen, 1 AS klaar
            FROM traject_feit
            WHERE maand_verzocht IS NOT NULL AND wacht_verzoek IS NOT NULL
            UNION ALL
            SELECT 'verzoek', {GROEP}, maandnummer(sinds) - $basis_maand, dagen(sinds, $peildatum), 0
            FROM wachtende
            WHERE soort = 'verzoek' AND sinds <= $peildatum
              AND maandnummer(sinds) - $basis_maand BETWEEN 0 AND $laatste_maand
            UNION ALL
            SELECT 'toewijzing', groep, maand_toegewezen, wacht_toewijzing,
                   CASE WHEN eerste_start IS NULL THEN 0 ELSE 1 END
            FROM traject_feit
            WHERE maand_toegewezen IS NOT NULL
            UNION ALL
            SELECT 'ingang', groep, maand_ingegaan, wacht_ingang,
                   CASE WHEN eerste_start IS NULL THEN 0 ELSE 1 END
            FROM traject_feit
            WHERE maand_ingegaan IS NOT NULL
        )
        SELECT
            f.soort, c.cel, f.maand, f.dagen, CAST(sum(f.klaar) AS BIGINT) AS klaar,
            CAST(count(*) - sum(f.klaar) AS BIGINT) AS wachtend
        FROM feit f
        JOIN groep_cel c ON c.groep = f.groep
        GROUP BY f.soort, c.cel, f.maand, f.dagen
    """,
)
