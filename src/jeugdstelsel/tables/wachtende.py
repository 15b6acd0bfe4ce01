"""Someone who waits: a request without answer, or a toewijzing without start."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "wachtende",
    "Someone who waits: a request without answer, or a toewijzing without start.",
    key=("soort", "sleutel",),
    columns=(
        Column("soort", "text", "'verzoek' (no toewijzing or rejection yet) or 'start' (toewijzing without start)"),
        Column("sleutel", "text", "traject_id, or hash of aanbieder, gemeente and referentie_aanbieder"),
        Column("traject_id", "text", "empty for soort verzoek"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("client", "text", "pseudonym"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "product code"),
        Column("verwijzer", "text", "COD327"),
        Column("sinds", "date", "dagtekening of the request, or the later of toewijzingsdatum and ingangsdatum"),
        Column("tot", "date", "last day it could still start (einddatum of the toewijzing); empty is open"),
    ),
)
