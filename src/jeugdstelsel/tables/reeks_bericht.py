"""The stream: every message that is judged (not the retour messages), in order."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_bericht",
    "De stroom: elk bericht dat wordt beoordeeld (niet de retourberichten), op volgorde.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "bericht"),
        Column("berichtsoort", "text", "JW301, JW305, ..."),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("afzender", "text", "Header/Afzender"),
        Column("identificatie", "text", "Header/BerichtIdentificatie/Identificatie"),
        Column("dagtekening", "date", "Header/BerichtIdentificatie/Dagtekening"),
        Column("declaratie_dagtekening", "date", "Header/DeclaratieIdentificatie/Dagtekening, alleen in JW325"),
        VOLGORDE,
        GELDIG,
    ),
    stored=False,
)
