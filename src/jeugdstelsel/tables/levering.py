"""A delivery whose messages stand in the tables."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "levering",
    "Een levering waarvan de berichten in de tabellen staan.",
    key=("levering_id",),
    columns=(
        Column("levering_id", "text", "SHA-256 van de levering, zoals in het grootboek"),
        Column("berichten", "integer", "documenten in de levering"),
        Column("synthetisch", "boolean", "of de levering zegt dat zij synthetisch is"),
        Column("beoordeeld", "boolean", "of de regels over berichten heen de berichten ervan hebben gezien"),
    ),
)
