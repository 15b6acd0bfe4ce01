"""Rows of figures as cells: each row becomes a node in the four trees and one sortable key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jeugdstelsel.publish.boom import (
    Boom,
    Indeling,
    jaar_van,
    knoop_aanbieder,
    knoop_gebied,
    knoop_periode,
    knoop_product,
    knoop_uitsplitsing,
    ouders_volgens,
)
from jeugdstelsel.publish.kernen import elk
from jeugdstelsel.publish.stelsel import Floats, Ints, Mask, Richting, nummer

VAK = (
    *(
        "gemeente",
        "jeugdregio",
        "aanbieder",
        "product_categorie",
        "product_code",
        "uitsplitsing",
    ),
    *("periode_soort", "periode"),
)
"""The columns that say which cell a row is about."""


Bomen = tuple[Boom, Boom, Boom, Boom, Boom]
GEBIED, AANBIEDER, PRODUCT, UITSPLITSING, PERIODE = range(5)
PER_BOOM = (
    ("gemeente", "jeugdregio", "periode"),
    ("aanbieder",),
    ("product_categorie", "product_code"),
    ("uitsplitsing",),
    ("periode_soort", "periode"),
)
"""The columns that say which node of each tree a row is in."""


@dataclass(frozen=True)
class Combinaties:
    """The different combinations of words (empty is "") in some columns, and for each row which one it has."""

    woorden: tuple[tuple[str, ...], ...]
    plaats: Ints


@dataclass(frozen=True)
class Rijen:
    """Per row one number that is the same for the same cell: the steps of its nodes in the five trees together."""

    sleutels: Ints
    bomen: Bomen

    @property
    def stappen(self) -> Ints:
        """How much the key grows when a node number grows by one, per tree."""
        return stappen(self.bomen)


def stappen(bomen: Bomen) -> Ints:
    """Return how much the key grows when a node number grows by one, per tree."""
    sizes = [max(len(boom.niveaus), 1) for boom in bomen]
    return np.cumprod([1, *sizes[:0:-1]], dtype=np.int64)[::-1]


def combineer(table: pa.Table) -> tuple[Combinaties, ...]:
    """Return for each tree the combinations of words that say which node a row is in."""
    codes = elk(lambda name: _codes(table[name]), VAK)
    return tuple(elk(lambda names: _combinaties([codes[name] for name in names]), PER_BOOM).values())


def _codes(column: pa.ChunkedArray) -> pa.DictionaryArray:
    return column.cast(pa.string()).dictionary_encode("encode").combine_chunks()


def _combinaties(kolommen: Sequence[pa.DictionaryArray]) -> Combinaties:
    words = [[word or "" for word in column.dictionary.to_pylist()] for column in kolommen]
    codes = np.zeros(len(kolommen[0]), dtype=np.int64)
    for column, known in zip(kolommen, words, strict=True):
        codes *= max(len(known), 1)
        codes += column.indices.to_numpy()
    different, place = nummer(codes)
    places = np.unravel_index(different, [max(len(known), 1) for known in words])
    found = (list(map(known.__getitem__, each.tolist())) for known, each in zip(words, places, strict=True))
    return Combinaties(tuple(zip(*found, strict=True)), place)


def maak_rijen(delen: Sequence[tuple[Sequence[Combinaties], Indeling]], categorie_van: Mapping[str, str]) -> Rijen:
    """Place the rows of all tables, one after another, in the same trees.

    Each table comes with its own division of gemeenten over regions.
    """
    bomen = (Boom(), Boom(), Boom(), Boom(), Boom())
    nodes = [_knopen(combinaties, indeling, bomen, categorie_van) for combinaties, indeling in delen]
    keys = [_sleutels(combinaties, each, stappen(bomen)) for (combinaties, _), each in zip(delen, nodes, strict=True)]
    return Rijen(np.concatenate(keys), bomen)


def _sleutels(combinaties: Sequence[Combinaties], knopen: Sequence[Ints], stappen: Ints) -> Ints:
    keys = np.zeros(len(combinaties[0].plaats), dtype=np.int64)
    for each, nodes, step in zip(combinaties, knopen, stappen, strict=True):
        keys += (nodes * step)[each.plaats]
    return keys


def _knopen(
    combinaties: Sequence[Combinaties], indeling: Indeling, bomen: Bomen, categorie_van: Mapping[str, str]
) -> list[Ints]:
    area, aanbieder, product, split, period = bomen
    asked: tuple[Callable[..., int], ...] = (
        lambda gemeente, regio, periode: knoop_gebied(area, gemeente, regio, jaar_van(periode), indeling),
        lambda code: knoop_aanbieder(aanbieder, code),
        lambda categorie, code: knoop_product(product, categorie, code, categorie_van),
        lambda uitsplitsing: knoop_uitsplitsing(split, uitsplitsing),
        lambda soort, periode: knoop_periode(period, soort, periode),
    )
    return [_nummer(each.woorden, node) for each, node in zip(combinaties, asked, strict=True)]


def _nummer(woorden: Sequence[tuple[str, ...]], knoop: Callable[..., int]) -> Ints:
    """Return the node of each combination; `knoop` is asked in order of the words."""
    nodes = np.zeros(len(woorden), dtype=np.int64)
    for i in sorted(range(len(woorden)), key=woorden.__getitem__):
        nodes[i] = knoop(*woorden[i])
    return nodes


def richtingen(rijen: Rijen, sleutels: Ints, eerder: Sequence[Indeling] = ()) -> list[Richting]:
    """Return the directions in which cells with these keys add up.

    Area and product also count without their middle level; earlier divisions in regions count as well.
    """
    knopen = np.unravel_index(sleutels, [len(boom.niveaus) for boom in rijen.bomen])
    every = [(place, boom.ouders) for place, boom in enumerate(rijen.bomen)]
    every += [(place, rijen.bomen[place].plat()) for place in (GEBIED, PRODUCT)]
    every += [(GEBIED, ouders_volgens(rijen.bomen[GEBIED], division)) for division in eerder if division.hernoemd]
    return [_richting(rijen, knopen[place], place, parents) for place, parents in every]


def _richting(rijen: Rijen, knoop: Ints, plaats: int, ouders: Sequence[int]) -> Richting:
    niveau = np.array(rijen.bomen[plaats].niveaus, dtype=np.int64)
    return Richting(int(rijen.stappen[plaats]), knoop, np.array(ouders, dtype=np.int64), niveau)


def getallen(table: pa.Table, naam: str) -> Floats:
    """Return a numeric column; what is unknown is NaN."""
    column = table[naam].cast(pa.float64())
    return np.asarray(pc.fill_null(column, float("nan")).to_numpy(), dtype=np.float64)


def zoek(sleutels: Ints, gezocht: Ints) -> tuple[Ints, Mask]:
    """Return the place of each wanted key in the sorted `sleutels` and whether it is there."""
    if np.array_equal(sleutels, gezocht):
        return np.arange(len(sleutels)), np.ones(len(sleutels), dtype=bool)
    if not len(sleutels):
        return np.zeros(len(gezocht), dtype=np.int64), np.zeros(len(gezocht), dtype=bool)
    place = np.minimum(np.searchsorted(sleutels, gezocht), len(sleutels) - 1)
    return place, np.asarray(sleutels[place] == gezocht)
