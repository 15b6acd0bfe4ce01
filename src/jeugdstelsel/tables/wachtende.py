"""Someone who waits: a request without answer, or a toewijzing without start."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "wachtende",
    "Iemand die wacht: een verzoek zonder antwoord, of een toewijzing zonder start.",
    key=(
        "soort",
        "sleutel",
    ),
    columns=(
        Column("soort", "text", "'verzoek' (nog geen toewijzing of afwijzing) of 'start' (toewijzing zonder start)"),
        Column("sleutel", "text", "traject_id, of hash van aanbieder, gemeente en referentie_aanbieder"),
        Column("traject_id", "text", "leeg bij soort verzoek"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("client", "text", "pseudoniem"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "productcode"),
        Column("verwijzer", "text", "COD327"),
        Column("sinds", "date", "dagtekening van het verzoek, of de laatste van toewijzingsdatum en ingangsdatum"),
        Column("tot", "date", "laatste dag waarop het nog kon starten (einddatum van de toewijzing); leeg is open"),
    ),
)
