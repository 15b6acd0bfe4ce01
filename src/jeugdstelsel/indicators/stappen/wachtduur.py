"""How many people waited how many days, by the month in which the waiting began."""

from jeugdstelsel.indicators.populaties import GROEP
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "wachtduur",
        "Hoeveel mensen hoeveel dagen wachtten, naar de maand waarin het wachten begon.",
        key=("soort", "cel", "maand", "dagen", "wachtend"),
        columns=(
            Column("soort", "text", "verzoek, toewijzing or ingang"),
            Column("cel", "integer", "cell"),
            Column("maand", "integer", "month of the window in which the waiting began"),
            Column("dagen", "integer", "days waited, or waited so far"),
            Column("klaar", "integer", "whose waiting ended; none in the row of those who still waited"),
            Column("wachtend", "integer", "who still waited when last seen"),
        ),
    ),
    needs=("wacht_klaar", "traject", "wachtende", "groep_cel"),
    sql=f"""
        WITH
        niet_begonnen AS (
            SELECT
                {GROEP} AS groep, toewijzingsdatum, ingangsdatum,
                least(coalesce(einddatum, $peildatum), $peildatum) AS tot
            FROM traject
            WHERE status <> 'vervallen' AND (eerste_start IS NULL OR eerste_start > $peildatum)
        ),
        wachtend AS (
            SELECT 'verzoek' AS soort, {GROEP} AS groep, sinds, $peildatum AS tot
            FROM wachtende
            WHERE soort = 'verzoek'
            UNION ALL
            SELECT 'toewijzing', groep, toewijzingsdatum, tot FROM niet_begonnen
            UNION ALL
            SELECT 'ingang', groep, ingangsdatum, tot FROM niet_begonnen
        ),
        geteld AS (
            SELECT
                w.soort, c.cel, maandnummer(w.sinds) - $basis_maand AS maand,
                greatest(dagen(w.sinds, w.tot), 0) AS dagen, count(*) AS wachtend
            FROM wachtend w
            JOIN groep_cel c ON c.groep = w.groep
            WHERE w.sinds <= $peildatum
            GROUP BY w.soort, c.cel, maandnummer(w.sinds) - $basis_maand, greatest(dagen(w.sinds, w.tot), 0)
        )
        SELECT soort, cel, maand, dagen, klaar, 0 AS wachtend
        FROM wacht_klaar
        UNION ALL
        SELECT soort, cel, maand, dagen, 0, wachtend
        FROM geteld
        WHERE maand BETWEEN 0 AND $laatste_maand
    """,
)
