"""The product codes in use: the national list (JZ21) and the lists of gemeenten."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "productcode",
    "De productcodes in gebruik: de landelijke lijst (JZ21) en de lijsten van gemeenten.",
    key=("gemeente", "product_categorie", "product_code"),
    columns=(
        Column("gemeente", "text", "gemeentecode; leeg voor de landelijke lijst"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "productcode"),
    ),
    stored=False,
)
