"""The stream of answers to declarations (JW325), each beside the JW323 it names."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_declaratie_antwoord",
    "The stream of answers to declarations (JW325), each beside the JW323 it names.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "JW325"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("declaratie_nummer", "text", "DeclaratieNummer; empty when only the header answers"),
        Column("basisschema_versie", "text", "XsdVersieDeclaratie/BasisschemaXsdVersie"),
        Column("bericht_versie", "text", "XsdVersieDeclaratie/BerichtXsdVersie"),
        Column("declaratie_bericht_id", "text", "the JW323 it answers; empty when unknown"),
        Column("declaratie_basisschema_versie", "text", "XsdVersie/BasisschemaXsdVersie of that JW323"),
        Column("declaratie_bericht_versie", "text", "XsdVersie/BerichtXsdVersie of that JW323"),
        Column("technisch_afgekeurd", "boolean", "whether the header says 0001: that JW323 never reached this level"),
        VOLGORDE,
        GELDIG,
    ),
    stored=False,
)
