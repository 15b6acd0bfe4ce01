"""Every message that passed structure and facets: its header."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bericht",
    "Elk bericht waarvan structuur en waarden kloppen: de header.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "vast kenmerk: 72 bits van de SHA-256 van de bytes van het bericht, base64url"),
        Column("levering_id", "text", "levering waarin het bericht voor het eerst binnenkwam"),
        Column("berichtsoort", "text", "JW301, JW302, ..."),
        Column("release", "text", "3.0, 3.1 of 3.2"),
        Column(
            "volgorde",
            "integer",
            "plaats in de volgorde van oordelen; een bericht ziet alleen berichten met een lagere",
        ),
        Column("gemeente", "text", "gemeentecode van de gemeente, 4 cijfers"),
        Column("aanbieder", "text", "AGB-code van de aanbieder, 8 cijfers"),
        Column("afzender", "text", "Header/Afzender"),
        Column("ontvanger", "text", "Header/Ontvanger"),
        Column("identificatie", "text", "Header/BerichtIdentificatie/Identificatie"),
        Column("dagtekening", "date", "Header/BerichtIdentificatie/Dagtekening"),
        Column("basisschema_versie", "text", "Header/XsdVersie/BasisschemaXsdVersie"),
        Column("bericht_versie", "text", "Header/XsdVersie/BerichtXsdVersie"),
        Column("identificatie_retour", "text", "Header/IdentificatieRetour, alleen in retourberichten"),
        Column("dagtekening_retour", "date", "Header/DagtekeningRetour, alleen in retourberichten"),
        Column("declaratie_identificatie", "text", "Header/DeclaratieIdentificatie/Identificatie, alleen in JW325"),
        Column("declaratie_dagtekening", "date", "Header/DeclaratieIdentificatie/Dagtekening, alleen in JW325"),
        Column(
            "declaratie_basisschema_versie", "text", "Header/XsdVersieDeclaratie/BasisschemaXsdVersie, alleen in JW325"
        ),
        Column("declaratie_bericht_versie", "text", "Header/XsdVersieDeclaratie/BerichtXsdVersie, alleen in JW325"),
    ),
)
