"""The national list of product codes as rows for the engine."""

from typing import Any

from jeugdstelsel.model import Column, Table
from jeugdstelsel.standaard.producten import productcodes

JZ21 = Table(
    "jz21",
    "The product codes on the national list; any other code is local.",
    key=("product_code",),
    columns=(Column("product_code", "text", "product code"),),
)


def list_products() -> list[dict[str, Any]]:
    """Return the rows of `jz21`; headings are not products."""
    return [{"product_code": code} for code, product in productcodes().items() if not product.kopregel]
