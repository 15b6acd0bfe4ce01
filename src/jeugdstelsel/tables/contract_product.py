"""What a gemeente and a provider agreed on a product, from the contract list of the user."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "contract_product",
    "Wat een gemeente en een aanbieder over een product afspraken, uit de contractlijst van de gebruiker.",
    key=("gemeente", "aanbieder", "product_categorie", "product_code", "eenheid", "geldig_van"),
    columns=(
        Column("gemeente", "text", "gemeentecode"),
        Column("aanbieder", "text", "AGB-code"),
        Column("product_categorie", "text", "JZ020"),
        Column("product_code", "text", "productcode"),
        Column("tarief", "integer", "eurocent per eenheid"),
        Column("eenheid", "text", "WJ756"),
        Column("geldig_van", "date", "eerste dag"),
        Column("geldig_tot", "date", "laatste dag, telt mee; leeg is open"),
    ),
    stored=False,
)
