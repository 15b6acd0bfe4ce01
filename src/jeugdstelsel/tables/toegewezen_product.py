"""One version of a toewijzing in a JW301."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "toegewezen_product",
    "One version of a toewijzing in a JW301.",
    key=("bericht_id", "regelnummer",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("toewijzing_nummer", "integer", "unique within the gemeente"),
        Column("referentie_aanbieder", "text", "volatile: only in the version that answers a request"),
        Column("product_categorie", "text", "Product/Categorie (JZ020); empty means no Product"),
        Column("product_code", "text", "Product/Code; local unless it stands in JZ21"),
        Column("toewijzingsdatum", "date", "date of this version"),
        Column("toewijzingstijd", "text", "time of this version, hh:mm:ss"),
        Column("ingangsdatum", "date", "first day, inside"),
        Column("einddatum", "date", "last day, inside; empty is open"),
        Column("reden_wijziging", "text", "JZ002; 13 means never sent"),
        Column("volume", "integer", "Omvang/Volume; empty means no Omvang"),
        Column("eenheid", "text", "Omvang/Eenheid (WJ756)"),
        Column("frequentie", "text", "Omvang/Frequentie (WMO757)"),
        Column("budget", "integer", "Budget, eurocent"),
    ),
)
