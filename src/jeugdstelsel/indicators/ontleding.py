"""Splits a change of costs into what each factor did: exactly additive, and the same forwards and backwards."""

from collections.abc import Sequence
from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def verdeel(van: Floats, naar: Floats) -> Floats:
    """Return what each factor adds to the change of a product of factors, per column.

    `van` and `naar` hold a row per factor and a column per product. The result has the same shape; its rows add up
    to `naar.prod(axis=0) - van.prod(axis=0)`. This is the Shapley value: the mean, over all orders in which the
    factors can change one after another, of what happens when it is the turn of this factor. With two factors it is
    the indicator of Bennet (1920).
    """
    return np.array([_aandeel(van, naar, factor) for factor in range(len(van))])


def _aandeel(van: Floats, naar: Floats, factor: int) -> Floats:
    others = [other for other in range(len(van)) if other != factor]
    total = np.zeros(van.shape[1])
    for size in range(len(others) + 1):
        weight = factorial(size) * factorial(len(others) - size) / factorial(len(van))
        for changed in combinations(others, size):
            rest = [naar[other] if other in changed else van[other] for other in others]
            total += weight * np.prod(np.array(rest).reshape(len(others), -1), axis=0)
    return np.asarray(total * (naar[factor] - van[factor]))


def rond_delen(delen: Sequence[float], totaal: int) -> tuple[int, ...]:
    """Round parts to whole numbers that add up to `totaal`, each as near as can be (largest remainder).

    Halves are rounded away from zero, so that opposite parts give opposite numbers. What is nothing stays nothing,
    unless everything is.
    """
    exact = np.round(np.array(delen, dtype=np.float64), 3)  # so that a half is a half whatever the order of adding
    whole = np.trunc(exact + np.copysign(0.5, exact)).astype(np.int64)
    rest = totaal - int(whole.sum())
    step = 1 if rest > 0 else -1
    order = sorted(range(len(exact)), key=lambda place: (exact[place] == 0, -step * (exact[place] - whole[place])))
    candidates = [place for place in order if exact[place] != 0] or order
    for turn in range(abs(rest)):
        whole[candidates[turn % len(candidates)]] += step
    return tuple(int(part) for part in whole)
