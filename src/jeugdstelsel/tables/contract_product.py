"""What a gemeente and a provider agreed on a product, from the contract list of the user."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "contract_product",
    "What a gemeente and a provider agreed on a product, from the contract list of the user.",
    key=("gemeente", "aanbieder", "product_categorie", "product_code", "eenheid", "geldig_van"),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB code"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "product code"),
        Column("tarief", "integer", "eurocent per eenheid"),
        Column("eenheid", "text", "WJ756"),
        Column("geldig_van", "date", "first day"),
        Column("geldig_tot", "date", "last day, inside; empty is open"),
    ),
    stored=False,
)
