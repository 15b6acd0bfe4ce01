"""An unbroken period in which help was delivered on one traject."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "leverperiode",
    "An unbroken period in which help was delivered on one traject.",
    key=("traject_id", "begindatum",),
    columns=(
        Column("traject_id", "text", "traject it belongs to"),
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("client", "text", "pseudonym"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "product code"),
        Column("begindatum", "date", "first day"),
        Column("einddatum", "date", "last day, inside; empty is open"),
        Column("reden_beeindiging", "text", "JZ588; 20 is a pause"),
    ),
)
