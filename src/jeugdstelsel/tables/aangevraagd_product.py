"""A product asked for in a JW315 (verzoek om toewijzing)."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "aangevraagd_product",
    "Een product dat in een JW315 (verzoek om toewijzing) wordt gevraagd.",
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
        Column("referentie_aanbieder", "text", "referentie van het verzoek"),
        Column("beschikking_nummer", "integer", "BeschikkingNummer"),
        Column("beschikking_ingangsdatum", "date", "BeschikkingIngangsdatum"),
        Column("product_categorie", "text", "Product/Categorie (JZ020); leeg betekent: geen Product"),
        Column("product_code", "text", "Product/Code; lokaal, tenzij zij in JZ21 staat"),
        Column("toewijzing_ingangsdatum", "date", "gewenste eerste dag"),
        Column("toewijzing_einddatum", "date", "gewenste laatste dag"),
        Column("volume", "integer", "Omvang/Volume; leeg betekent: geen Omvang"),
        Column("eenheid", "text", "Omvang/Eenheid (WJ756)"),
        Column("frequentie", "text", "Omvang/Frequentie (WMO757)"),
        Column("budget", "integer", "Budget, eurocent"),
        Column("verwijzer_type", "text", "COD327"),
        Column("verwijzer_naam", "boolean", "of Verwijzer/Naam aanwezig is"),
        Column("zorgverlener_code", "boolean", "of Verwijzer/ZorgverlenerCode aanwezig is"),
        Column("raamcontract", "text", "COD260"),
    ),
)
