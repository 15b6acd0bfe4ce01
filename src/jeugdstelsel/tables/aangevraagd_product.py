"""A product asked for in a JW315 (verzoek om toewijzing)."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "aangevraagd_product",
    "A product asked for in a JW315 (verzoek om toewijzing).",
    key=("bericht_id", "regelnummer",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("referentie_aanbieder", "text", "reference of the request"),
        Column("beschikking_nummer", "integer", "BeschikkingNummer"),
        Column("beschikking_ingangsdatum", "date", "BeschikkingIngangsdatum"),
        Column("product_categorie", "text", "Product/Categorie (JZ020); empty means no Product"),
        Column("product_code", "text", "Product/Code; local unless it stands in JZ21"),
        Column("toewijzing_ingangsdatum", "date", "wanted first day"),
        Column("toewijzing_einddatum", "date", "wanted last day"),
        Column("volume", "integer", "Omvang/Volume; empty means no Omvang"),
        Column("eenheid", "text", "Omvang/Eenheid (WJ756)"),
        Column("frequentie", "text", "Omvang/Frequentie (WMO757)"),
        Column("budget", "integer", "Budget, eurocent"),
        Column("verwijzer_type", "text", "COD327"),
        Column("verwijzer_naam", "boolean", "whether Verwijzer/Naam is present"),
        Column("zorgverlener_code", "boolean", "whether Verwijzer/ZorgverlenerCode is present"),
        Column("raamcontract", "text", "COD260"),
    ),
)
