"""A delivery of Beleidsinformatie Jeugd in the archive, and whether it is the one that stands."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bij_levering",
    "Een levering van Beleidsinformatie Jeugd, en of zij geldt. Per aanbieder, soort en periode geldt er één.",
    key=("levering_id",),
    columns=(
        Column("levering_id", "text", "SHA-256 van de levering, zoals in het grootboek van de map bij"),
        Column("volgnummer", "integer", "volgorde van binnenkomst, vanaf 1"),
        Column("ontvangen_op", "date", "dag van binnenkomst"),
        Column("soort", "text", "jeugdhulp, jeugdbescherming of jeugdreclassering; leeg is onbekend"),
        Column("aanbieder", "text", "AGB-code; leeg is onbekend"),
        Column("periode", "text", "2025-H1, of 2025-K1 bij jeugdreclassering; leeg is onbekend"),
        Column("regels", "integer", "regels met gegevens in het bestand"),
        Column("afgekeurd", "integer", "regels die niet zijn overgenomen omdat er een fout in staat"),
        Column("records", "integer", "records na samenvoegen"),
        Column("status", "text", "geldig, vervangen door een latere levering, of afgekeurd"),
        Column("synthetisch", "boolean", "of elke regel zegt dat zij verzonnen is"),
    ),
)
