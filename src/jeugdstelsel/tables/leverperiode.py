"""An unbroken period in which help was delivered on one traject."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "leverperiode",
    "Een periode waarin op één traject zonder onderbreking hulp is geleverd.",
    key=(
        "traject_id",
        "begindatum",
    ),
    columns=(
        Column("traject_id", "text", "traject waar het bij hoort"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("client", "text", "pseudoniem"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "productcode"),
        Column("begindatum", "date", "eerste dag"),
        Column("einddatum", "date", "laatste dag, telt mee; leeg is open"),
        Column("reden_beeindiging", "text", "JZ588; 20 is een pauze"),
    ),
)
