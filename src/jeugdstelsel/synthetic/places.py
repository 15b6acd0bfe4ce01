"""The real gemeenten with the number of young people that each gets in the synthetic country."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from jeugdstelsel.standaard import bevolking_per_gemeente, gemeenten_op
from jeugdstelsel.synthetic.dates import day_number
from jeugdstelsel.synthetic.parameters import (
    FIRST_YEAR,
    LAST_YEAR,
    Instellingen,
    vormen,
)

JEUGDWET = day_number(date(2015, 1, 1))
_TEST_RANGE = 99_990_000
_NINES = 90_000_000
"""First eight digits of the official test BSNs and of the wider range that large countries use."""
TEST_ROOM = 9000
"""How many of the ten thousand test beginnings young people may use; the last thousand are for planted defects."""
_MARGIN, _SPARE = 1.5, 12


@dataclass(frozen=True)
class Place:
    """A gemeente: its share of the young people of the country, neighbours and block of BSNs.

    `sinds` is the first day a message may carry its code. `buur` is the gemeente to which its young people
    move and `uit` the one from which they come. `bsn` is the first of `ruimte` eight-digit BSN beginnings.
    """

    code: str
    naam: str
    regio: str
    volgnummer: int
    aandeel: float
    sinds: int
    buur: str
    uit: str
    bsn: int
    ruimte: int


@cache
def places(instellingen: Instellingen) -> dict[str, Place]:
    """Return all gemeenten of the country by code, ordered by jeugdregio so that neighbours follow each other."""
    known = gemeenten_op(date(LAST_YEAR, 1, 1))
    codes = sorted(known, key=lambda code: (known[code].jeugdregio, code))
    people = bevolking_per_gemeente(LAST_YEAR)
    total = sum(people[code].tot_23 for code in codes)
    shares = [people[code].tot_23 / total for code in codes]
    room = [int(_MARGIN * _children(instellingen) * share) + _SPARE for share in shares]
    base = _TEST_RANGE if sum(room) <= TEST_ROOM else _NINES
    starts = [base + sum(room[:index]) for index in range(len(codes))]
    return {
        code: Place(
            code, known[code].naam, known[code].jeugdregio, index, shares[index],
            max(JEUGDWET, day_number(known[code].geldig_vanaf or date(2015, 1, 1))),
            codes[(index + 1) % len(codes)], codes[index - 1], starts[index], room[index],
        )
        for index, code in enumerate(codes)
    }  # fmt: skip


def _children(instellingen: Instellingen) -> float:
    years = LAST_YEAR - FIRST_YEAR + 2 if instellingen.jaren > 1 else 1.5
    stock = sum(vorm.instroom * (1 - vorm.aandeel_extra) for vorm in vormen())
    return instellingen.schaal * stock * (years + 1.3)


def bsns(first: int, count: int, room: int) -> NDArray[np.int64]:
    """Return `count` numbers that pass the elfproef, from the eight-digit beginnings `first` to `first + room`."""
    beginnings = np.arange(first, first + room, dtype=np.int64)
    digits = beginnings[:, None] // 10 ** np.arange(7, -1, -1) % 10
    last = digits @ np.arange(9, 1, -1) % 11
    numbers = (beginnings * 10 + last)[last < 10]
    if count > len(numbers):
        raise ValueError(f"{count} young people do not fit in a block of {len(numbers)} BSNs")
    return numbers[:count]
