"""One version of a toewijzing in a JW301."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "toegewezen_product",
    "Eén versie van een toewijzing in een JW301.",
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
        Column("toewijzing_nummer", "integer", "uniek binnen de gemeente"),
        Column("referentie_aanbieder", "text", "vluchtig: alleen in de versie die een verzoek beantwoordt"),
        Column("product_categorie", "text", "Product/Categorie (JZ020); leeg betekent: geen Product"),
        Column("product_code", "text", "Product/Code; lokaal, tenzij zij in JZ21 staat"),
        Column("toewijzingsdatum", "date", "datum van deze versie"),
        Column("toewijzingstijd", "text", "tijd van deze versie, uu:mm:ss"),
        Column("ingangsdatum", "date", "eerste dag, telt mee"),
        Column("einddatum", "date", "laatste dag, telt mee; leeg is open"),
        Column("reden_wijziging", "text", "JZ002; 13 betekent: nooit verzonden"),
        Column("volume", "integer", "Omvang/Volume; leeg betekent: geen Omvang"),
        Column("eenheid", "text", "Omvang/Eenheid (WJ756)"),
        Column("frequentie", "text", "Omvang/Frequentie (WMO757)"),
        Column("budget", "integer", "Budget, eurocent"),
    ),
)
