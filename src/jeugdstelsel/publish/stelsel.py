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
class Stelsel:
    """Relations in CSR form: relation e has whole `geheel[e]` and parts `deel[begin[e]:begin[e + 1]]`.

    `sleutel` is sorted; a step in one of `richtingen` adds to it.
    """

    sleutel: Ints
    richtingen: tuple[Richting, ...]
    waarde: Floats
    geheel: Ints
    begin: Ints
    deel: Ints
    soort: Ints

    @property
    def aantal(self) -> int:
        """The number of relations."""
        return len(self.geheel)

    @property
    def relatie(self) -> Ints:
        """The relation of each entry of `deel`."""
        return np.repeat(np.arange(self.aantal), np.diff(self.begin))


def nummer(waarden: Ints) -> tuple[Ints, Ints]:
    """Return the different values in order of appearance, and for each value its place among them."""
    encoded = pa.array(waarden).dictionary_encode()
    return encoded.dictionary.to_numpy(), encoded.indices.to_numpy().astype(np.int64)


def bouw(sleutel: Ints, waarde: Floats, richtingen: Sequence[Richting], bijna: float) -> Stelsel:
    """Find every relation between the cells (`sleutel` sorted) and judge from the values what it is."""
    parts = [_relaties(sleutel, waarde, richting, richtingen, bijna) for richting in richtingen]
    geheel, lengte, deel, soort = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Stelsel(sleutel, tuple(richtingen), waarde, geheel, np.concatenate([[0], np.cumsum(lengte)]), deel, soort)


def _relaties(
    sleutel: Ints,
    waarde: Floats,
    richting: Richting,
    alle: Sequence[Richting],
    bijna: float,
) -> tuple[Ints, Ints, Ints, Ints]:
    whole = _naaste_geheel(sleutel, richting)
    parts = np.flatnonzero(whole >= 0)
    group = whole[parts] * 16 + richting.niveau[richting.knoop[parts]]
    parts = parts[np.argsort(group, kind="stable")]
    group, begin, lengte = np.unique(np.sort(group), return_index=True, return_counts=True)
    geheel = group // 16
    if not len(geheel):
        return geheel, lengte, parts, geheel
    soort = _soort(
        waarde,
        geheel,
        begin,
        lengte,
        parts,
        _familie(geheel, parts[begin], richting, alle[:5]),
        bijna,
    )
    return geheel, lengte, parts, soort


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


def kruising(richtingen: Sequence[Richting]) -> Ints:
    """Return per cell the number of its crossing: the levels it has in all directions."""
    levels = np.stack([richting.niveau[richting.knoop] for richting in richtingen], axis=1)
    return nummer(levels @ 16 ** np.arange(levels.shape[1]))[1]


def _familie(geheel: Ints, eerste_deel: Ints, richting: Richting, alle: Sequence[Richting]) -> Ints:
    """Return the number of the family of each relation: the levels of the whole and of its parts."""
    family = kruising(alle)[geheel] * 16 + richting.niveau[richting.knoop[eerste_deel]]
    return nummer(family)[1]


def _soort(
    waarde: Floats,
    geheel: Ints,
    begin: Ints,
    lengte: Ints,
    deel: Ints,
    familie: Ints,
    bijna: float,
) -> Ints:
    whole = waarde[geheel]
    total = np.add.reduceat(waarde[deel], begin)
    largest = np.maximum.reduceat(waarde[deel], begin)
    smallest = np.minimum.reduceat(waarde[deel], begin)
    tolerance = 1e-9 * np.maximum(1.0, np.abs(whole))

    def everywhere(holds: Mask) -> Mask:
        return np.asarray(np.bincount(familie, weights=~holds) == 0)

    gap = np.bincount(familie, weights=np.abs(total - whole))
    near = gap <= bijna * np.bincount(familie, weights=np.abs(whole)) + 1e-9
    at_most = everywhere((largest <= whole + tolerance) & (smallest >= 0))
    bounded = at_most & everywhere(whole <= total + tolerance)
    part = at_most & everywhere(total <= whole + tolerance)
    kind = np.select([near, bounded, part, at_most], [SOM, BEGRENSD, DEEL, HOOGSTENS], default=GEEN)
    return kind[familie].astype(np.int64)
