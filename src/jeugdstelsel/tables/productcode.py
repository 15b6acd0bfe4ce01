"""The product codes in use: the national list (JZ21) and the lists of gemeenten."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "productcode",
    "The product codes in use: the national list (JZ21) and the lists of gemeenten.",
    key=("gemeente", "product_categorie", "product_code"),
    columns=(
        Column("gemeente", "text", "gemeentecode; empty for the national list"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "product code"),
    ),
    stored=False,
)
