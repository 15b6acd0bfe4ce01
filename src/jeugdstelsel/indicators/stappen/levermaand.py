"""The months in which help was delivered on a traject."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "levermaand",
        "De maanden waarin op een traject hulp is geleverd.",
        key=("traject",),
        columns=(
            Column("traject", "integer", "number of the traject"),
            Column("actief", "integer", "bit per month of the window: months with at least one day of help"),
            Column("lopend", "integer", "bit per month of the window: months on whose last day help was running"),
        ),
    ),
    needs=("leverperiode",),
    sql="""
        WITH periode_in_maanden AS (
            SELECT
                getal_van(traject_id) AS traject,
                greatest(maandnummer(begindatum) - $basis_maand, 0) AS van,
                least(maandnummer(coalesce(einddatum, $peildatum)) - $basis_maand, $laatste_maand) AS tot,
                -- the last month whose last day lies inside the period
                least(maandnummer(plus_dagen(coalesce(einddatum, $peildatum), 1)) - $basis_maand - 1,
                    $laatste_maand) AS tot_slot
            FROM leverperiode
            WHERE begindatum <= $peildatum
        )
        SELECT
            traject,
            bit_or(maandmasker(van, tot)) AS actief,
            bit_or(maandmasker(van, tot_slot)) AS lopend
        FROM periode_in_maanden
        GROUP BY traject
    """,
)
