"""What each chain of care consists of: the assigned products and the products that are declared on them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jeugdstelsel.synthetic.care import (
    ASPECIFIEK,
    BUDGET,
    GENERIEK,
    SPECIFIEK,
    TAAKGERICHT,
    Chains,
)
from jeugdstelsel.synthetic.columns import Columns
from jeugdstelsel.synthetic.dates import Days
from jeugdstelsel.synthetic.parameters import producten, vormen

_FIRST_NUMBER = 100_000


@dataclass
class Lines(Columns):
    """An assigned product: `nummer` is its ToewijzingNummer, `volume` what the Omvang says (in its Eenheid)."""

    chain: Days
    nummer: Days
    product: Days
    volume: Days


@dataclass
class Billed(Columns):
    """A product that is declared every month on a line; `deel` is its share of the usual volume."""

    line: Days
    product: Days
    volume: Days
    deel: NDArray[np.float64]


def draw_lines(chains: Chains, rng: np.random.Generator) -> tuple[Lines, Billed]:
    """Return the assigned products of all chains and the products that are declared on them."""
    chain = np.repeat(np.arange(len(chains)), chains.producten)
    second = np.concatenate([[False], np.diff(chain) == 0]) if len(chain) else np.zeros(0, bool)
    product = _draw_products(chains, chain, second, rng)
    lines = Lines(chain, _FIRST_NUMBER + np.arange(len(chain)), product, _volumes(product, rng))
    return lines, _billed(chains, lines, rng)


def _draw_products(chains: Chains, chain: Days, second: NDArray[np.bool_], rng: np.random.Generator) -> Days:
    product = np.zeros(len(chain), np.int64)
    luck = rng.random(len(chain))
    lengthened = chains.verlengingen[chain] > 0
    for index, vorm in enumerate(vormen()):
        for once in (False, True):
            mine = (chains.vorm[chain] == index) & (lengthened == once)
            options = _options(vorm.vorm, without_total=once)
            product[mine] = options[0][np.searchsorted(options[1][:-1], luck[mine])]
    _make_second_differ(chains, chain, second, product)
    return product


def _options(vorm: str, *, without_total: bool) -> tuple[Days, NDArray[np.float64]]:
    """Return positions in `producten()` and cumulative weights; a total for the whole term cannot be lengthened."""
    found = [
        (index, item.gewicht)
        for index, item in enumerate(producten())
        if item.vorm == vorm and not (without_total and item.frequentie == "6")
    ]
    weights = np.array([weight for _, weight in found])
    return np.array([index for index, _ in found]), np.cumsum(weights / weights.sum())


def _make_second_differ(chains: Chains, chain: Days, second: NDArray[np.bool_], product: Days) -> None:
    equal = np.flatnonzero(second)
    equal = equal[product[equal] == product[equal - 1]]
    for position in equal:
        options = _options(vormen()[chains.vorm[chain[position]]].vorm, without_total=True)[0]
        others = options[options != product[position]]
        product[position] = others[int(chain[position]) % len(others)]


def _volumes(product: Days, rng: np.random.Generator) -> Days:
    choices = np.array([[item.volumes[step % len(item.volumes)] for step in range(12)] for item in producten()])
    return choices[product, rng.integers(0, 12, len(product))]


def _billed(chains: Chains, lines: Lines, rng: np.random.Generator) -> Billed:
    variant = chains.variant[lines.chain]
    plain = np.flatnonzero(variant == SPECIFIEK)
    broad = np.flatnonzero((variant == ASPECIFIEK) | (variant == BUDGET) | (variant == GENERIEK))
    one_each = Billed(plain, lines.product[plain], lines.volume[plain], np.ones(len(plain)))
    return Billed.join(one_each, _several(lines, broad, rng))


def _several(lines: Lines, broad: Days, rng: np.random.Generator) -> Billed:
    """Return up to six products of one category for each line that leaves the product code open."""
    siblings = _siblings()
    wanted = rng.integers(2, 7, len(broad))
    count = np.minimum(wanted, np.array([len(group) for group in siblings])[lines.product[broad]])
    line = np.repeat(broad, count)
    step = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    product = np.array([siblings[own][nth] for own, nth in zip(lines.product[line], step, strict=True)], np.int64)
    return Billed(line, product, _volumes(product, rng), np.repeat(1.25 / np.maximum(count, 1) ** 0.9, count))


def _siblings() -> list[list[int]]:
    """Return for each product the products of the same form and category, itself first."""
    keys = [(item.vorm, item.categorie) for item in producten()]
    size = len(keys)
    around = [[(own + step) % size for step in range(size)] for own in range(size)]
    return [[other for other in ring if keys[other] == keys[own]] for own, ring in enumerate(around)]


def assigned_product(variant: int, product: int) -> tuple[str, str]:
    """Return category and code as the toewijzing names them; empty where it leaves them open."""
    item = producten()[product]
    if variant == GENERIEK:
        return "", ""
    return item.categorie, item.code if variant in (SPECIFIEK, TAAKGERICHT) else ""
