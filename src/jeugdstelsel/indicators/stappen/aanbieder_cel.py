"""Per provider and cell the months in which something happened."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "aanbieder_cel",
        "Per aanbieder en vak de maanden waarin iets gebeurde.",
        key=("aanbieder", "cel"),
        columns=(
            Column("aanbieder", "text", "AGB code"),
            Column("cel", "integer", "cell"),
            Column("actief", "integer", "bit per month of the window: months with at least one day of help"),
            Column("lopend", "integer", "bit per month of the window: months on whose last day help was running"),
            Column("instroom", "integer", "bit per month of the window: month of the first start"),
            Column("uitstroom", "integer", "bit per month of the window: month of the last stop"),
            Column("verzocht", "integer", "bit per month of the window: month of the request"),
            Column("toegewezen", "integer", "bit per month of the window: month of the toewijzing"),
            Column("ingegaan", "integer", "bit per month of the window: month of the ingangsdatum"),
            Column("gedeclareerd", "integer", "bit per month of the window: months with costs"),
        ),
    ),
    needs=("gebeurtenis", "groep", "groep_cel"),
    sql="""
        WITH per_groep AS (
            SELECT
                groep,
                bit_or(actief) AS actief,
                bit_or(lopend) AS lopend,
                bit_or(instroom) AS instroom,
                bit_or(uitstroom) AS uitstroom,
                bit_or(verzocht) AS verzocht,
                bit_or(toegewezen) AS toegewezen,
                bit_or(ingegaan) AS ingegaan,
                bit_or(gedeclareerd) AS gedeclareerd
            FROM gebeurtenis
            GROUP BY groep
        )
        SELECT
            g.aanbieder, c.cel,
            bit_or(actief) AS actief,
            bit_or(lopend) AS lopend,
            bit_or(instroom) AS instroom,
            bit_or(uitstroom) AS uitstroom,
            bit_or(verzocht) AS verzocht,
            bit_or(toegewezen) AS toegewezen,
            bit_or(ingegaan) AS ingegaan,
            bit_or(gedeclareerd) AS gedeclareerd
        FROM per_groep f
        JOIN groep g ON g.groep = f.groep
        JOIN groep_cel c ON c.groep = f.groep
        GROUP BY g.aanbieder, c.cel
    """,
)
