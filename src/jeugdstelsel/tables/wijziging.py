"""A line of a JW317: OngewijzigdProduct, TeWijzigenProduct or NieuwProduct."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "wijziging",
    "Een regel van een JW317: OngewijzigdProduct, TeWijzigenProduct of NieuwProduct.",
    key=(
        "bericht_id",
        "soort",
        "regelnummer",
    ),
    columns=(
        Column("bericht_id", "text", "bericht waar deze rij uit komt"),
        Column("regelnummer", "integer", "volgnummer van de berichtklasse binnen het bericht, vanaf 1"),
        Column("gemeente", "text", "gemeentecode, 4 cijfers, uit de header"),
        Column("aanbieder", "text", "AGB-code, 8 cijfers, uit de header"),
        Column("client", "text", "pseudoniem van de jongere"),
        Column("soort", "text", "'ongewijzigd', 'te_wijzigen' of 'nieuw'; regelnummer telt binnen de soort"),
        Column("toewijzing_nummer", "integer", "leeg bij nieuw"),
        Column("product_categorie", "text", "Product/Categorie (JZ020); leeg betekent: geen Product"),
        Column("product_code", "text", "Product/Code; lokaal, tenzij zij in JZ21 staat"),
        Column("gewenste_ingangsdatum", "date", "GewensteIngangsdatum"),
        Column("einddatum", "date", "Einddatum"),
        Column("volume", "integer", "Omvang/Volume; leeg betekent: geen Omvang"),
        Column("eenheid", "text", "Omvang/Eenheid (WJ756)"),
        Column("frequentie", "text", "Omvang/Frequentie (WMO757)"),
        Column("budget", "integer", "Budget, eurocent"),
    ),
)
