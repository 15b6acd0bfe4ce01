"""A line of a JW317: OngewijzigdProduct, TeWijzigenProduct or NieuwProduct."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "wijziging",
    "A line of a JW317: OngewijzigdProduct, TeWijzigenProduct or NieuwProduct.",
    key=("bericht_id", "soort", "regelnummer",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("soort", "text", "'ongewijzigd', 'te_wijzigen' or 'nieuw'; regelnummer counts within the soort"),
        Column("toewijzing_nummer", "integer", "empty for nieuw"),
        Column("product_categorie", "text", "Product/Categorie (JZ020); empty means no Product"),
        Column("product_code", "text", "Product/Code; local unless it stands in JZ21"),
        Column("gewenste_ingangsdatum", "date", "GewensteIngangsdatum"),
        Column("einddatum", "date", "Einddatum"),
        Column("volume", "integer", "Omvang/Volume; empty means no Omvang"),
        Column("eenheid", "text", "Omvang/Eenheid (WJ756)"),
        Column("frequentie", "text", "Omvang/Frequentie (WMO757)"),
        Column("budget", "integer", "Budget, eurocent"),
    ),
)
