"""Every message that passed structure and facets: its header."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bericht",
    "Every message that passed structure and facets: its header.",
    key=("bericht_id",),
    columns=(
        Column("bericht_id", "text", "stable id: 72 bits of the SHA-256 of the message bytes, base64url"),
        Column("levering_id", "text", "delivery in which the message first arrived"),
        Column("berichtsoort", "text", "JW301, JW302, ..."),
        Column("release", "text", "3.0, 3.1 or 3.2"),
        Column("volgorde", "integer", "place in the order of judging; a message sees only messages with a lower one"),
        Column("gemeente", "text", "gemeentecode of the gemeente side, 4 digits"),
        Column("aanbieder", "text", "AGB code of the provider side, 8 digits"),
        Column("afzender", "text", "Header/Afzender"),
        Column("ontvanger", "text", "Header/Ontvanger"),
        Column("identificatie", "text", "Header/BerichtIdentificatie/Identificatie"),
        Column("dagtekening", "date", "Header/BerichtIdentificatie/Dagtekening"),
        Column("basisschema_versie", "text", "Header/XsdVersie/BasisschemaXsdVersie"),
        Column("bericht_versie", "text", "Header/XsdVersie/BerichtXsdVersie"),
        Column("identificatie_retour", "text", "Header/IdentificatieRetour, retour messages only"),
        Column("dagtekening_retour", "date", "Header/DagtekeningRetour, retour messages only"),
        Column("declaratie_identificatie", "text", "Header/DeclaratieIdentificatie/Identificatie, JW325 only"),
        Column("declaratie_dagtekening", "date", "Header/DeclaratieIdentificatie/Dagtekening, JW325 only"),
        Column("declaratie_basisschema_versie", "text", "Header/XsdVersieDeclaratie/BasisschemaXsdVersie, JW325 only"),
        Column("declaratie_bericht_versie", "text", "Header/XsdVersieDeclaratie/BerichtXsdVersie, JW325 only"),
    ),
)
