"""The value of an indicator for one cell (crossing of gemeente, region, provider, product) and one period."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "indicator_waarde",
    "The value of an indicator for one cell (crossing of gemeente, region, provider, product) and one period.",
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
        Column("indicator", "text", "code of the indicator"),
        Column("versie", "text", "version of its definition"),
        Column("periode_soort", "text", "maand, kwartaal, halfjaar or jaar"),
        Column("periode", "text", "2025-01, 2025-K1, 2025-H1 or 2025"),
        Column("niveau", "text", "land, gemeente, ..., or a crossing such as 'gemeente × productcategorie'"),
        Column("gemeente", "text", "gemeentecode; empty when not part of the level"),
        Column("jeugdregio", "text", "JZ code; empty when not part of the level"),
        Column("aanbieder", "text", "AGB code; empty when not part of the level"),
        Column("product_categorie", "text", "JZ020 or 'onbekend'; empty when not part of the level"),
        Column("product_code", "text", "product code or 'onbekend'; empty when not part of the level"),
        Column("uitsplitsing", "text", "value of the indicator's own split, such as a verwijzer; else empty"),
        Column("teller", "double", "numerator"),
        Column("noemer", "double", "denominator; empty when there is none"),
        Column("waarde", "double", "the value; empty is unknown"),
        Column("n", "integer", "young people behind the value, for disclosure control"),
        Column("n_aanbieders", "integer", "providers behind the value, for disclosure control"),
        Column("grootste_aandeel", "double", "share 0..1 of the largest provider, only where the value is money"),
        Column("dekking", "double", "share 0..1 of what should be known that is known; empty is not applicable"),
        Column("status", "text", "'voorlopig' while messages about the period may still come, else 'definitief'"),
    ),
)
