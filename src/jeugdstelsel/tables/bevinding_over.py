"""What the rules across messages found; the rest of a finding follows from the rule and the message."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bevinding_over",
    "Wat de regels over berichten heen vonden; de rest van een bevinding volgt uit de regel en het bericht.",
    key=("bericht_id", "regel", "klasse", "regelnummer"),
    columns=(
        Column("bericht_id", "text", "bericht; leeg als een regel in het geheel niet te beoordelen was"),
        Column("regel", "text", "code van de regel"),
        Column("klasse", "text", "berichtklasse; leeg als de standaard er geen noemt"),
        Column("regelnummer", "integer", "volgnummer van de klasse in het bericht; 0 is het bericht zelf"),
        Column("ernst", "text", "fout, waarschuwing of niet beoordeeld"),
    ),
)
