"""Maatregelen and machtigingen as gecertificeerde instellingen reported them in Beleidsinformatie Jeugd."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "bij_maatregel",
    "Jeugdbescherming, jeugdreclassering en machtigingen zoals in Beleidsinformatie Jeugd geleverd; alleen wat geldt.",
    key=("levering_id", "regel"),
    columns=(
        Column("levering_id", "text", "levering"),
        Column("regel", "integer", "regel in het bestand; de kop is regel 1"),
        Column("soort", "text", "jeugdbescherming of jeugdreclassering"),
        Column("aanbieder", "text", "AGB-code van de gecertificeerde instelling"),
        Column("periode", "text", "2025-H1 bij jeugdbescherming, 2025-K1 bij jeugdreclassering"),
        Column("client", "text", "pseudoniem; zonder BSN geldt het alleen binnen deze instelling"),
        Column("bsn_soort", "text", "bekend, onbekend of ongeboren"),
        Column("geboortejaar", "integer", "leeg bij een ongeboren kind"),
        Column("geslacht", "text", "V, M of O (onbekend)"),
        Column("gemeente", "text", "gemeentecode volgens het woonplaatsbeginsel; leeg als er een postcode is geleverd"),
        Column("maatregel", "text", "code van het protocol; 71 en 72 zijn machtigingen"),
        Column("datum_aanvang", "date", "eerste dag; alleen van de instelling die als eerste uitvoert"),
        Column("datum_einde", "date", "laatste dag; alleen van de instelling die als laatste uitvoert"),
        Column("reden_beeindiging", "text", "code van het protocol, per type maatregel"),
        Column("nazorg", "text", "51 nee, 52 ja; alleen bij het einde van jeugdreclassering"),
        Column("erkende_interventie", "text", "01 ja, 02 nee; alleen bij het einde van jeugdreclassering"),
        Column("datum_overgedragen", "date", "laatste dag van deze instelling voor zij overdroeg"),
        Column("datum_overgedragen_gekregen", "date", "eerste dag van deze instelling na een overdracht"),
    ),
)
