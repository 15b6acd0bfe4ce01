"""One retrieval of a CBS table: when, with which filter, and what came of it."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "statline_ophaling",
    "Een keer ophalen van een CBS-tabel: wanneer, met welk filter en wat het opleverde.",
    key=("ophaling_id",),
    columns=(
        Column(
            "ophaling_id",
            "text",
            "map met de antwoorden van CBS in de werkmap, of de naam van een meegeleverde verzameling",
        ),
        Column("tabel", "text", "nummer van de CBS-tabel"),
        Column("titel", "text", "titel zoals CBS die schrijft"),
        Column("filter", "text", "wat er gevraagd is; leeg is alles"),
        Column("bekend_op", "date", "de dag van ophalen"),
        Column("cellen", "integer", "cellen in het antwoord"),
        Column("nieuw", "integer", "cellen die nieuw waren of anders dan wat wij hadden"),
        Column("bevindingen", "integer", "regels die wij niet konden lezen of waarbij iets opvalt"),
    ),
)
