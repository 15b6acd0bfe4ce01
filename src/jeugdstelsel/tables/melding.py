"""A start (JW305 StartProduct) or stop (JW307 StopProduct)."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "melding",
    "Een start (JW305 StartProduct) of stop (JW307 StopProduct).",
    key=(
        "bericht_id",
        "regelnummer",
    ),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de berichtklasse binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode, 4 cijfers, uit de header"),
        Column("aanbieder", "text", "AGB-code, 8 cijfers, uit de header"),
        Column("client", "text", "pseudoniem van de jongere"),
        Column("soort", "text", "'start' of 'stop'"),
        Column("toewijzing_nummer", "integer", "leeg bij taakgericht"),
        Column("product_categorie", "text", "Product/Categorie (JZ020); leeg betekent: geen Product"),
        Column("product_code", "text", "Product/Code; lokaal, tenzij zij in JZ21 staat"),
        Column("toewijzing_ingangsdatum", "date", "ToewijzingIngangsdatum"),
        Column("begindatum", "date", "begin van de hulp"),
        Column("reden_beeindiging", "text", "JZ588, alleen bij een stop; 20 is een pauze"),
        Column("einddatum", "date", "laatste dag, alleen bij een stop"),
        Column("status_aanlevering", "text", "COD467; 1 is eerste aanlevering, 3 is verwijderen"),
    ),
)
