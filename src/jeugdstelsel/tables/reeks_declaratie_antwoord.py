"""The stream of answers to declarations (JW325), each beside the JW323 it names."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_declaratie_antwoord",
    "De stroom van antwoorden op declaraties (JW325), elk naast de JW323 die het noemt.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "JW325"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("declaratie_nummer", "text", "DeclaratieNummer; leeg als alleen de header antwoordt"),
        Column("basisschema_versie", "text", "XsdVersieDeclaratie/BasisschemaXsdVersie"),
        Column("bericht_versie", "text", "XsdVersieDeclaratie/BerichtXsdVersie"),
        Column("declaratie_bericht_id", "text", "de JW323 die het beantwoordt; leeg is onbekend"),
        Column("declaratie_basisschema_versie", "text", "XsdVersie/BasisschemaXsdVersie van die JW323"),
        Column("declaratie_bericht_versie", "text", "XsdVersie/BerichtXsdVersie van die JW323"),
        Column("technisch_afgekeurd", "boolean", "of de header 0001 zegt: die JW323 kwam niet tot dit niveau"),
        VOLGORDE,
        GELDIG,
    ),
    stored=False,
)
