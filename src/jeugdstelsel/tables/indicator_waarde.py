"""The value of an indicator for one cell (crossing of gemeente, region, provider, product) and one period."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "indicator_waarde",
    "De waarde van een indicator voor één vak (kruising van gemeente, regio, aanbieder, product) en één periode.",
    key=(
        "indicator",
        "periode",
        "niveau",
        "gemeente",
        "jeugdregio",
        "aanbieder",
        "product_categorie",
        "product_code",
        "uitsplitsing",
    ),
    columns=(
        Column("indicator", "text", "code van de indicator"),
        Column("versie", "text", "versie van de definitie"),
        Column("periode_soort", "text", "maand, kwartaal, halfjaar of jaar"),
        Column("periode", "text", "2025-01, 2025-K1, 2025-H1 of 2025"),
        Column("niveau", "text", "land, gemeente, ..., of een kruising zoals 'gemeente × productcategorie'"),
        Column("gemeente", "text", "gemeentecode; leeg als dit geen deel is van het niveau"),
        Column("jeugdregio", "text", "JZ-code; leeg als dit geen deel is van het niveau"),
        Column("aanbieder", "text", "AGB-code; leeg als dit geen deel is van het niveau"),
        Column("product_categorie", "text", "JZ020 of 'onbekend'; leeg als dit geen deel is van het niveau"),
        Column("product_code", "text", "productcode of 'onbekend'; leeg als dit geen deel is van het niveau"),
        Column(
            "uitsplitsing",
            "text",
            "waarde van de eigen uitsplitsing van de indicator, zoals een verwijzer; anders leeg",
        ),
        Column("teller", "double", "teller"),
        Column("noemer", "double", "noemer; leeg als die er niet is"),
        Column("waarde", "double", "de waarde; leeg is onbekend"),
        Column("n", "integer", "jongeren achter de waarde, voor de onthullingsbeveiliging"),
        Column("n_aanbieders", "integer", "aanbieders achter de waarde, voor de onthullingsbeveiliging"),
        Column("grootste_aandeel", "double", "aandeel 0..1 van de grootste aanbieder, alleen als de waarde geld is"),
        Column(
            "dekking", "double", "deel 0..1 dat bekend is van wat bekend zou moeten zijn; leeg is niet van toepassing"
        ),
        Column(
            "status", "text", "'voorlopig' zolang er nog berichten over de periode kunnen komen, anders 'definitief'"
        ),
    ),
)
