"""Rows of figures as cells: each row becomes a node in the four trees and one sortable key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Rijen:
    """Per row the nodes (area, aanbieder, product, split, period); row i is cell `knopen[i]`."""

    knopen: Ints
    bomen: Bomen

    @property
    def stappen(self) -> Ints:
        """How much the key grows when a node number grows by one, per tree."""
        sizes = [max(len(boom.niveaus), 1) for boom in self.bomen]
        return np.cumprod([1, *sizes[:0:-1]], dtype=np.int64)[::-1]

    @cached_property
    def sleutels(self) -> Ints:
        """One number per row that is the same for the same cell."""
        return np.asarray(self.knopen @ self.stappen)


def maak_rijen(delen: Sequence[tuple[pa.Table, Indeling]], categorie_van: Mapping[str, str]) -> Rijen:
    """Place the rows of all tables, one after another, in the same trees.

    Each table comes with its own division of gemeenten over regions.
    """
    bomen = (Boom(), Boom(), Boom(), Boom(), Boom())
    return Rijen(
        np.concatenate([_knopen(table, indeling, bomen, categorie_van) for table, indeling in delen]),
        bomen,
    )


def _knopen(table: pa.Table, indeling: Indeling, bomen: Bomen, categorie_van: Mapping[str, str]) -> Ints:
    area, aanbieder, product, split, period = bomen
    columns = [
        _nummer(
            table,
            ("gemeente", "jeugdregio", "periode"),
            lambda gemeente, regio, periode: knoop_gebied(area, gemeente, regio, jaar_van(periode), indeling),
        ),
        _nummer(table, ("aanbieder",), lambda code: knoop_aanbieder(aanbieder, code)),
        _nummer(
            table,
            ("product_categorie", "product_code"),
            lambda categorie, code: knoop_product(product, categorie, code, categorie_van),
        ),
        _nummer(
            table,
            ("uitsplitsing",),
            lambda uitsplitsing: knoop_uitsplitsing(split, uitsplitsing),
        ),
        _nummer(
            table,
            ("periode_soort", "periode"),
            lambda soort, periode: knoop_periode(period, soort, periode),
        ),
    ]
    return np.stack(columns, axis=1)


def _nummer(table: pa.Table, namen: Sequence[str], knoop: Callable[..., int]) -> Ints:
    """Return the node of each row; `knoop` is asked once for each different combination, in order of the words."""
    codes = np.zeros(table.num_rows, dtype=np.int64)
    words: list[list[str]] = []
    for name in namen:
        encoded = _codes(table[name])
        words.append([word or "" for word in encoded.dictionary.to_pylist()])
        codes = codes * max(len(words[-1]), 1) + encoded.indices.to_numpy(zero_copy_only=False)
    different, inverse = nummer(codes)
    places = np.unravel_index(different, [max(len(word), 1) for word in words])
    combinations = [
        tuple(word[place[i]] for word, place in zip(words, places, strict=True)) for i in range(len(different))
    ]
    nodes = np.zeros(len(combinations), dtype=np.int64)
    for i in sorted(range(len(combinations)), key=combinations.__getitem__):
        nodes[i] = knoop(*combinations[i])
    return nodes[inverse] if len(nodes) else codes


def _codes(column: pa.ChunkedArray) -> pa.DictionaryArray:
    return pc.fill_null(column.cast(pa.string()), "").combine_chunks().dictionary_encode()


def richtingen(rijen: Rijen, knopen: Ints, eerder: Sequence[Indeling] = ()) -> list[Richting]:
    """Return the directions in which cells with these nodes add up.

    Area and product also count without their middle level; earlier divisions in regions count as well.
    """
    every = [(place, boom.ouders) for place, boom in enumerate(rijen.bomen)]
    every += [(place, rijen.bomen[place].plat()) for place in (GEBIED, PRODUCT)]
    every += [(GEBIED, ouders_volgens(rijen.bomen[GEBIED], division)) for division in eerder if division.hernoemd]
    return [_richting(rijen, knopen, place, parents) for place, parents in every]


def _richting(rijen: Rijen, knopen: Ints, plaats: int, ouders: Sequence[int]) -> Richting:
    niveau = np.array(rijen.bomen[plaats].niveaus, dtype=np.int64)
    return Richting(
        int(rijen.stappen[plaats]),
        knopen[:, plaats],
        np.array(ouders, dtype=np.int64),
        niveau,
    )


def getallen(table: pa.Table, naam: str) -> Floats:
    """Return a numeric column; what is unknown is NaN."""
    column = table[naam].cast(pa.float64())
    return np.asarray(pc.fill_null(column, float("nan")).to_numpy(), dtype=np.float64)


def zoek(sleutels: Ints, gezocht: Ints) -> tuple[Ints, Mask]:
    """Return the place of each wanted key in the sorted `sleutels` and whether it is there."""
    if not len(sleutels):
        return np.zeros(len(gezocht), dtype=np.int64), np.zeros(len(gezocht), dtype=bool)
    place = np.minimum(np.searchsorted(sleutels, gezocht), len(sleutels) - 1)
    return place, np.asarray(sleutels[place] == gezocht)
