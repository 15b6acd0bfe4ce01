"""A billed line of a JW323."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "prestatie",
    "A billed line of a JW323.",
    key=("bericht_id", "regelnummer",),
    columns=(
        Column("bericht_id", "text", "message that carries this row"),
        Column("regelnummer", "integer", "ordinal of the berichtklasse within the message, from 1"),
        Column("gemeente", "text", "gemeentecode, 4 digits, from the header"),
        Column("aanbieder", "text", "AGB code, 8 digits, from the header"),
        Column("client", "text", "pseudonym of the young person"),
        Column("client_regelnummer", "integer", "ordinal of the Client within the message"),
        Column("referentie_nummer", "text", "ProductReferentie/ReferentieNummer"),
        Column("vorig_referentie_nummer", "text", "ProductReferentie/VorigReferentieNummer"),
        Column("toewijzing_nummer", "integer", "ToewijzingNummer"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "ProductCode"),
        Column("begindatum", "date", "ProductPeriode/Begindatum"),
        Column("einddatum", "date", "ProductPeriode/Einddatum"),
        Column("geleverd_volume", "integer", "in `eenheid`; eurocent when eenheid is 83"),
        Column("eenheid", "text", "WJ756"),
        Column("product_tarief", "integer", "eurocent"),
        Column("ingediend_bedrag", "integer", "eurocent, unsigned"),
        Column("debet_credit", "text", "D or C"),
    ),
)
