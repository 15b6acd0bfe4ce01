"""A billed line of a JW323."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "prestatie",
    "Een gedeclareerde regel van een JW323.",
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
        Column("client_regelnummer", "integer", "volgnummer van de Client binnen het bericht"),
        Column("referentie_nummer", "text", "ProductReferentie/ReferentieNummer"),
        Column("vorig_referentie_nummer", "text", "ProductReferentie/VorigReferentieNummer"),
        Column("toewijzing_nummer", "integer", "ToewijzingNummer"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "ProductCode"),
        Column("begindatum", "date", "ProductPeriode/Begindatum"),
        Column("einddatum", "date", "ProductPeriode/Einddatum"),
        Column("geleverd_volume", "integer", "in `eenheid`; eurocent als eenheid 83 is"),
        Column("eenheid", "text", "WJ756"),
        Column("product_tarief", "integer", "eurocent"),
        Column("ingediend_bedrag", "integer", "eurocent, zonder teken"),
        Column("debet_credit", "text", "D of C"),
    ),
)
