"""The productcategorieën and the national list of productcodes agree with each other."""

from collections import Counter

import pytest

from jeugdstelsel import standaard
from jeugdstelsel.standaard import Productcode

PRODUCTS = [code for code in standaard.productcodes().values() if not code.kopregel]


def test_jz21_has_450_rows_of_which_nine_are_headings() -> None:
    assert len(standaard.productcodes()) == 450
    assert len(PRODUCTS) == 441


@pytest.mark.parametrize("code", ["40A04", "45A04", "48B12"])
def test_a_productcode_starts_with_its_category(code: str) -> None:
    assert standaard.productcodes()[code].productcategorie == code[:2]


def test_every_productcode_starts_with_a_category_of_the_standard() -> None:
    assert set(standaard.productcategorieen()) == set(standaard.codelijst("JZ020"))
    for product in PRODUCTS:
        assert product.productcategorie == product.code[:2]
        assert product.productcategorie in standaard.productcategorieen()


def test_categories_54_and_55_have_no_codes_in_the_national_list() -> None:
    used = {product.productcategorie for product in PRODUCTS}
    current = {category.code for category in standaard.productcategorieen().values() if category.generatie == "2016"}
    assert current - used == {"54", "55"}


def domein(product: Productcode) -> str:
    return standaard.productcategorieen()[product.productcategorie].domein


def test_every_hulpvorm_has_a_name_within_its_domain() -> None:
    used = {(domein(product), product.hulpvorm) for product in PRODUCTS if product.hulpvorm}
    assert used <= set(standaard.hulpvormen())
    assert standaard.hulpvormen()["jeugdhulp", "11"] == "Met verblijf: pleegzorg"
    assert standaard.hulpvormen()["jeugdbescherming", "11"] == "Ondertoezichtstelling"


def test_the_categories_of_2015_are_one_to_one_with_a_hulpvorm() -> None:
    old = [category for category in standaard.productcategorieen().values() if category.generatie == "2015"]
    assert len(old) == 8
    assert {("jeugdhulp", category.hulpvorm) for category in old} <= set(standaard.hulpvormen())
    assert Counter(category.hulpvorm for category in old).most_common(1)[0][1] == 1


def test_the_mistakes_of_the_source_list_are_marked() -> None:
    assert sorted(product.code for product in PRODUCTS if product.opmerking) == ["45A74", "45A75", "48B12", "48B13"]
