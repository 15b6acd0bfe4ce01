"""A start (JW305 StartProduct) or stop (JW307 StopProduct)."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "melding",
    "A start (JW305 StartProduct) or stop (JW307 StopProduct).",
    key=("bericht_id", "regelnummer",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("soort", "text", "'start' or 'stop'"),
        Column("toewijzing_nummer", "integer", "empty for taakgericht"),
        Column("product_categorie", "text", "Product/Categorie (JZ020); empty means no Product"),
        Column("product_code", "text", "Product/Code; local unless it stands in JZ21"),
        Column("toewijzing_ingangsdatum", "date", "ToewijzingIngangsdatum"),
        Column("begindatum", "date", "start of the help"),
        Column("reden_beeindiging", "text", "JZ588, stop only; 20 is a pause"),
        Column("einddatum", "date", "last day, stop only"),
        Column("status_aanlevering", "text", "COD467; 1 first, 3 remove"),
    ),
)
