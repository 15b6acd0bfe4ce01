"""The linear system of one quantity: cells and the relations between whole and parts that an attacker knows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from jeugdstelsel.publish.boom import GEEN

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

SOM, BEGRENSD, DEEL, HOOGSTENS = range(4)
"""Whole = sum of parts (plus a known gap); largest part ≤ whole ≤ sum; sum ≤ whole; each part ≤ whole."""


@dataclass(frozen=True)
class Richting:
    """One dimension (or an earlier variant of it): per node its parent and level, per cell its node."""

    stap: int
    knoop: Ints
    ouder: Ints
    niveau: Ints


@dataclass(frozen=True)
class Skelet:
    """Relations in CSR form: relation e has whole `geheel[e]` and parts `deel[begin[e]:begin[e + 1]]`.

    `sleutel` is sorted; a step in one of `richtingen` adds to it. `relatie` is the relation of each entry of `deel`,
    `familie` numbers per relation the levels of its whole and parts, `kruising` per cell its levels in all dimensions.
    """

    sleutel: Ints
    richtingen: tuple[Richting, ...]
    geheel: Ints
    begin: Ints
    deel: Ints
    relatie: Ints
    familie: Ints
    kruising: Ints

    @property
    def aantal(self) -> int:
        """The number of relations."""
        return len(self.geheel)


@dataclass(frozen=True)
class Stelsel(Skelet):
    """The relations with the value of each cell, and per relation what the values make of it."""

    waarde: Floats
    soort: Ints


def nummer(waarden: Ints) -> tuple[Ints, Ints]:
    """Return the different values in order of appearance, and for each value its place among them."""
    encoded = pa.array(waarden).dictionary_encode()
    return encoded.dictionary.to_numpy(), encoded.indices.to_numpy().astype(np.int64)


def skelet(sleutel: Ints, richtingen: Sequence[Richting]) -> Skelet:
    """Find every relation between the cells (`sleutel` sorted); the first five directions are the dimensions."""
    levels = [richting.niveau[richting.knoop] for richting in richtingen]
    crossing = nummer(sum(level * 16**place for place, level in enumerate(levels[:5])))[1]
    found = [_relaties(sleutel, *each) for each in zip(richtingen, levels, strict=True)]
    geheel, below, lengte, deel = (np.concatenate(column) for column in zip(*found, strict=True))
    direction = np.repeat(np.arange(len(found)), [len(whole) for whole, *_ in found])
    family = nummer((crossing[geheel] * 16 + below) * len(found) + direction)[1]
    begin, relation = np.concatenate([[0], np.cumsum(lengte)]), np.repeat(np.arange(len(geheel)), lengte)
    return Skelet(sleutel, tuple(richtingen), geheel, begin, deel, relation, family, crossing)


def bouw(skelet: Skelet, waarde: Floats, bijna: float) -> Stelsel:
    """Judge from the values what each relation is."""
    return Stelsel(**vars(skelet), waarde=waarde, soort=_soort(skelet, waarde, bijna))


def _relaties(sleutel: Ints, richting: Richting, niveau: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the wholes in one direction, the level and number of the parts of each, and those parts in a row."""
    whole = _naaste_geheel(sleutel, richting)
    parts = np.flatnonzero(whole >= 0)
    group = whole[parts] * 16 + niveau[parts]
    order = np.argsort(group, kind="stable")
    group = group[order]
    first = np.flatnonzero(np.diff(group, prepend=-1))
    return group[first] // 16, group[first] % 16, np.diff(first, append=len(group)), parts[order]


def _naaste_geheel(sleutel: Ints, richting: Richting) -> Ints:
    """Return per cell the nearest ancestor in this direction that is a cell too, or GEEN."""
    found = np.full(len(sleutel), GEEN, dtype=np.int64)
    above = richting.ouder[richting.knoop]
    open_ = np.flatnonzero(above >= 0)
    while len(open_):
        wanted = sleutel[open_] + (above[open_] - richting.knoop[open_]) * richting.stap
        place = np.minimum(np.searchsorted(sleutel, wanted), len(sleutel) - 1)
        hit = sleutel[place] == wanted
        found[open_[hit]] = place[hit]
        above[open_] = richting.ouder[above[open_]]
        open_ = open_[~hit & (above[open_] >= 0)]
    return found


def _soort(skelet: Skelet, waarde: Floats, bijna: float) -> Ints:
    family = skelet.familie
    whole, parts, begin = waarde[skelet.geheel], waarde[skelet.deel], skelet.begin[:-1]
    total, largest, smallest = (operation.reduceat(parts, begin) for operation in (np.add, np.maximum, np.minimum))
    tolerance = 1e-9 * np.maximum(1.0, np.abs(whole))

    def everywhere(holds: Mask) -> Mask:
        return np.asarray(np.bincount(family, weights=~holds) == 0)

    gap = np.bincount(family, weights=np.abs(total - whole))
    near = gap <= bijna * np.bincount(family, weights=np.abs(whole)) + 1e-9
    at_most = everywhere((largest <= whole + tolerance) & (smallest >= 0))
    bounded = at_most & everywhere(whole <= total + tolerance)
    part = at_most & everywhere(total <= whole + tolerance)
    kind = np.select([near, bounded, part, at_most], [SOM, BEGRENSD, DEEL, HOOGSTENS], default=GEEN)
    return kind[family].astype(np.int64)
