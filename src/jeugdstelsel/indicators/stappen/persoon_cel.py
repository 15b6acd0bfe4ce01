"""Per young person and cell the months in which something happened; whoever counts twice in a cell is one row."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "persoon_cel",
        "Per jongere en vak de maanden waarin iets gebeurde; wie twee keer in een vak telt, is één rij.",
        key=("persoon", "cel"),
        columns=(
            Column("persoon", "integer", "young person"),
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
    needs=("gebeurtenis", "groep_cel"),
    sql="""
        SELECT
            f.persoon, c.cel,
            bit_or(actief) AS actief,
            bit_or(lopend) AS lopend,
            bit_or(instroom) AS instroom,
            bit_or(uitstroom) AS uitstroom,
            bit_or(verzocht) AS verzocht,
            bit_or(toegewezen) AS toegewezen,
            bit_or(ingegaan) AS ingegaan,
            bit_or(gedeclareerd) AS gedeclareerd
        FROM gebeurtenis f
        JOIN groep_cel c ON c.groep = f.groep
        GROUP BY f.persoon, c.cel
    """,
)
