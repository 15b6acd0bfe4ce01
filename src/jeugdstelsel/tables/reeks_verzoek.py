"""The stream of requests: each AangevraagdProduct of a JW315 and each Verzoek of a JW317."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_verzoek",
    "De stroom van verzoeken: elk AangevraagdProduct van een JW315 en elk Verzoek van een JW317.",
    key=("bericht_id", "regelnummer"),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de klasse binnen het bericht, vanaf 1"),
        Column("klasse", "text", "AangevraagdProduct of Verzoek"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("client", "text", "pseudoniem van de jongere"),
        Column("referentie_aanbieder", "text", "referentie van het verzoek"),
        Column("product_categorie", "text", "van een AangevraagdProduct"),
        Column("product_code", "text", "van een AangevraagdProduct"),
        Column("dagtekening", "date", "van het bericht"),
        VOLGORDE,
        GELDIG,
    ),
    stored=False,
)
