"""Splitting a change of costs: exactly additive, the same both ways, and what changes alone gets it all."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdstelsel.indicators.kostengroei import DELEN, FACTOREN
from jeugdstelsel.indicators.ontleding import rond_delen, verdeel
from jeugdstelsel.services.verklaar import Groei, Product, to_cents

NOTHING = dict.fromkeys(DELEN, 0)
amounts = st.integers(1, 10_000_000)
counts = st.integers(1, 5_000)
periods = st.tuples(st.booleans(), st.booleans())


@st.composite
def products(draw: st.DrawFn, number: int) -> Product:
    """A product that is billed in both periods, in one, or whose credits outweigh its bills."""
    here = draw(periods)

    def both(of: st.SearchStrategy[int]) -> tuple[int, int]:
        before, after = draw(of) if here[0] else 0, draw(of) if here[1] else 0
        return before, after

    netto = tuple(-value if draw(st.integers(0, 9)) == 0 else value for value in both(amounts))
    return Product(
        f"product {number}", (netto[0], netto[1]), both(counts), both(counts), both(counts), (3, 3), (0.5, 0.5),
        all(here) and min(netto) > 0,
    )  # fmt: skip


@st.composite
def growths(draw: st.DrawFn) -> Groei:
    """Any change of up to five products, with or without a known population."""
    made = tuple(draw(products(number)) for number in range(draw(st.integers(0, 5))))
    return Groei(made, draw(st.tuples(counts, counts)), draw(st.none() | st.tuples(amounts, amounts)), 0)


def swap(growth: Groei) -> Groei:
    """The same change backwards."""
    names = ("netto", "volume", "maanden", "jongeren", "aanbieders", "grootste")
    turned = [
        dataclasses.replace(product, **{name: getattr(product, name)[::-1] for name in names})
        for product in growth.producten
    ]
    people = growth.bevolking and growth.bevolking[::-1]
    return Groei(tuple(turned), growth.jongeren[::-1], people, 0)


def one_product(**changes: tuple[int, int]) -> Product:
    """A product of 100 young people, 600 months, 6000 units and 60,000 euro, with changes."""
    same = {"netto": (6_000_000,) * 2, "volume": (6000,) * 2, "maanden": (600,) * 2, "jongeren": (100,) * 2}
    return Product("45 45A04 04", aanbieders=(3, 3), grootste=(0.5, 0.5), vergelijkbaar=True, **(same | changes))  # type: ignore[arg-type]


@given(growths())
def test_the_parts_add_up_to_the_change_to_the_cent(growth: Groei) -> None:
    before, after = growth.netto
    assert sum(to_cents(growth).values()) == after - before


@given(growths())
def test_backwards_every_part_turns_its_sign(growth: Groei) -> None:
    assert to_cents(swap(growth)) == {name: -amount for name, amount in to_cents(growth).items()}


@given(growths())
def test_without_known_population_there_is_no_part_of_it(growth: Groei) -> None:
    assert to_cents(dataclasses.replace(growth, bevolking=None))["bevolking"] == 0


@given(st.lists(st.lists(st.floats(0.1, 1000), min_size=4, max_size=4), min_size=2, max_size=5))
def test_where_nothing_changed_there_is_nothing_to_explain(rows: list[list[float]]) -> None:
    factors = np.array(rows)
    assert not verdeel(factors, factors).any()


@given(st.lists(st.floats(0.1, 100), min_size=3, max_size=3), st.floats(0.1, 100), st.integers(0, 2))
def test_what_changes_alone_gets_the_whole_change(factors: list[float], new: float, place: int) -> None:
    before, after = np.array(factors)[:, None], np.array(factors)[:, None]
    after[place] = new
    found = verdeel(before, after)[:, 0]
    assert found[place] == pytest.approx(after.prod() - before.prod())
    assert not np.delete(found, place).any()


def test_two_factors_give_the_indicator_of_bennet() -> None:
    # price 10 → 12, volume 5 → 8: price (12 - 10) × 6.5, volume (8 - 5) × 11
    assert verdeel(np.array([[10.0], [5.0]]), np.array([[12.0], [8.0]])).tolist() == [[13.0], [33.0]]


@pytest.mark.parametrize(
    ("part", "product", "jongeren", "bevolking"),
    [
        ("prijs", one_product(netto=(6_000_000, 6_600_000)), (100, 100), (5000, 5000)),
        ("inzet", one_product(netto=(6_000_000, 6_600_000), volume=(6000, 6600)), (100, 100), (5000, 5000)),
        (
            "duur",
            one_product(netto=(6_000_000, 6_600_000), volume=(6000, 6600), maanden=(600, 660)),
            (100, 100),
            (5000, 5000),
        ),
        (
            "gebruik",
            one_product(netto=(6_000_000, 6_600_000), volume=(6000, 6600), maanden=(600, 660), jongeren=(100, 110)),
            (100, 110),
            (5000, 5000),
        ),
        (
            "bevolking",
            one_product(netto=(6_000_000, 6_600_000), volume=(6000, 6600), maanden=(600, 660), jongeren=(100, 110)),
            (100, 110),
            (5000, 5500),
        ),
    ],
)
def test_a_change_of_one_kind_is_all_in_that_part(
    part: str, product: Product, jongeren: tuple[int, int], bevolking: tuple[int, int]
) -> None:
    assert to_cents(Groei((product,), jongeren, bevolking, 0)) == NOTHING | {part: 600_000}


def test_another_mix_of_the_same_young_people_is_all_mix() -> None:
    # 100 young people with one product each; thirty move from a product of 60,000 cents to one of 90,000 per head
    cheap = one_product(netto=(6_000_000, 4_200_000), volume=(6000, 4200), maanden=(600, 420), jongeren=(100, 70))
    dear = one_product(netto=(900_000, 3_600_000), volume=(600, 2400), maanden=(60, 240), jongeren=(10, 40))
    assert to_cents(Groei((cheap, dear), (110, 110), (5000, 5000), 0)) == NOTHING | {"mix": 900_000}


def test_more_products_for_the_same_young_people_is_all_stacking() -> None:
    product = one_product(netto=(6_000_000, 9_000_000), volume=(6000, 9000), maanden=(600, 900), jongeren=(100, 150))
    assert to_cents(Groei((product,), (100, 100), (5000, 5000), 0)) == NOTHING | {"stapeling": 3_000_000}


def test_new_ended_and_priceless_supply_is_a_part_of_its_own() -> None:
    none = (0, 0)
    sides = [(0, 500), (700, 0), (-300, 200)]
    made = tuple(Product(f"p{i}", side, none, none, none, none, none, False) for i, side in enumerate(sides))
    assert to_cents(Groei((*made, one_product()), (100, 100), (5000, 5000), 0)) == NOTHING | {"aanbod": 300}


def test_nothing_at_all_is_nothing() -> None:
    assert to_cents(Groei((), (0, 0), None, 0)) == NOTHING
    assert DELEN[:-1] == FACTOREN


@pytest.mark.parametrize(
    ("parts", "total", "expected"),
    [
        ([0.4, 0.4, 0.2], 1, (1, 0, 0)),
        ([-0.4, -0.4, -0.2], -1, (-1, 0, 0)),
        ([1.5, 1.5, 0.0], 3, (1, 2, 0)),
        ([0.0, 0.0], 1, (1, 0)),
        ([2.0, -2.0], 0, (2, -2)),
    ],
)
def test_rounded_parts_add_up_and_nothing_stays_nothing(
    parts: list[float], total: int, expected: tuple[int, ...]
) -> None:
    assert rond_delen(parts, total) == expected
