"""A report as data: headings, sentences, tables and figures that every renderer can show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

_GETAL = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Kop:
    """A heading of level 1 (a chapter) or 2; the title of the report stands above them."""

    tekst: str
    niveau: int = 1


@dataclass(frozen=True)
class Alinea:
    """A paragraph that somebody wrote; it is the same whatever the figures are."""

    tekst: str


@dataclass(frozen=True)
class Zin:
    """A paragraph made from figures: every number in it stands in a table of the same report."""

    tekst: str


@dataclass(frozen=True)
class Opsomming:
    """A list of short texts."""

    punten: tuple[str, ...]


@dataclass(frozen=True)
class Cel:
    """One cell: its text for the reader and, for a number, the value with its number format in a spreadsheet."""

    tekst: str
    waarde: float | None = None
    vorm: str = "General"
    getal: bool = False


@dataclass(frozen=True)
class Tabel:
    """A table; the first cell of a row names the row. `breedten` are shares of the width of a page."""

    bijschrift: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    breedten: tuple[int, ...] = ()


@dataclass(frozen=True)
class Punt:
    """One place on a line: `tekst` is the value for a reader; `breuk` whether the line is broken before it."""

    label: str
    waarde: float | None
    tekst: str
    breuk: bool = False


@dataclass(frozen=True)
class Figuur:
    """A line through time. `alt` says what is to be seen; the same figures stand in a table beside it."""

    titel: str
    alt: str
    punten: tuple[Punt, ...]


Deel: TypeAlias = Kop | Alinea | Zin | Opsomming | Tabel | Figuur


@dataclass(frozen=True)
class Rapport:
    """One report. `naam` is its file name, `moment` the release that it is made from: no other clock plays a part.

    `merk` is what stands on every page: that figures are synthetic, or that the report is a draft.
    `over` are the lines of its colophon: release, reference date, sources. `een_blad` is a report of one page.
    """

    naam: str
    titel: str
    ondertitel: str
    moment: datetime
    merk: tuple[str, ...]
    over: tuple[tuple[str, str], ...]
    delen: tuple[Deel, ...]
    een_blad: bool = False


def losse_getallen(rapport: Rapport) -> tuple[str, ...]:
    """Return the numbers in sentences that stand in no table and not in the title; there should be none."""
    known = {number for text in _tabelteksten(rapport) for number in _GETAL.findall(text)}
    said = (number for part in rapport.delen if isinstance(part, Zin) for number in _GETAL.findall(part.tekst))
    return tuple(number for number in said if number not in known)


def _tabelteksten(rapport: Rapport) -> Iterator[str]:
    yield rapport.titel
    for part in rapport.delen:
        if isinstance(part, Tabel):
            yield from (part.bijschrift, *part.kop, *(cell.tekst for row in part.rijen for cell in row))
