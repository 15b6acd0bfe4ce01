"""A delivery of Iv3 that was read, with what came of it."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "iv3_levering",
    "Een ingelezen levering van Iv3, met wat eruit kwam.",
    key=("levering_id",),
    columns=(
        Column("levering_id", "text", "SHA-256 van de levering, zoals in het grootboek van Iv3"),
        Column("volgnummer", "integer", "volgorde van binnenkomst; bij gelijke bekend_op telt de laatste"),
        Column("naam", "text", "naam van het bestand of de map"),
        Column("vorm", "text", "odata, csv, breed of openspending; leeg als de levering niet is gelezen"),
        Column("bekend_op", "date", "vanaf welke dag de bedragen bekend waren"),
        Column("bedragen", "integer", "opgenomen bedragen"),
        Column("bevindingen", "integer", "bevindingen op de levering"),
    ),
)
