"""The stream of requests: each AangevraagdProduct of a JW315 and each Verzoek of a JW317."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.tables.reeks import GELDIG, VOLGORDE

TABLE = Table(
    "reeks_verzoek",
    "The stream of requests: each AangevraagdProduct of a JW315 and each Verzoek of a JW317.",
    key=("bericht_id", "regelnummer"),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the klasse within the message, from 1"),
        Column("klasse", "text", "AangevraagdProduct or Verzoek"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("client", "text", "pseudonym of the young person"),
        Column("referentie_aanbieder", "text", "reference of the request"),
        Column("product_categorie", "text", "of an AangevraagdProduct"),
        Column("product_code", "text", "of an AangevraagdProduct"),
        Column("dagtekening", "date", "of the message"),
        VOLGORDE,
        GELDIG,
    ),
    stored=False,
)
