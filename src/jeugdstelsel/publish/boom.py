"""The trees that cells lie in: area, aanbieder, product and period, each from the whole to its parts."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import numpy.typing as npt

from jeugdstelsel.model import GebruikersFout

Ints = npt.NDArray[np.int64]
Label = tuple[str, ...]
Gebied = Mapping[tuple[str, int], str]
"""(gemeente, year) → jeugdregio."""

GEEN = -1


@dataclass
class Boom:
    """A tree under construction: nodes with a label, a level and a parent (GEEN for the whole)."""

    labels: dict[Label, int] = field(default_factory=dict)
    niveaus: list[int] = field(default_factory=list)
    ouders: list[int] = field(default_factory=list)

    def plat(self) -> list[int]:
        """Return the parents when the smallest parts lie directly under the whole and nothing lies between."""
        return [0 if niveau == 2 else GEEN for niveau in self.niveaus]

    def knoop(self, label: Label, niveau: int, ouder: int = GEEN) -> int:
        """Return the number of the node, made if it is new."""
        if label not in self.labels:
            self.labels[label] = len(self.niveaus)
            self.niveaus.append(niveau)
            self.ouders.append(ouder)
        return self.labels[label]


PERIODE = re.compile(r"(\d{4})\D*(\d{1,2})?")
MAANDEN = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}
ERBOVEN = {"maand": "kwartaal", "kwartaal": "halfjaar", "halfjaar": "jaar"}


@cache
def jaar_van(periode: str) -> int:
    """Return the year a period lies in."""
    match = PERIODE.match(periode)
    if not match:
        raise GebruikersFout(f"De periode '{periode}' begint niet met een jaartal.")
    return int(match.group(1))


def knoop_periode(boom: Boom, soort: str, periode: str) -> int:
    """Add a period and the longer periods it lies in; another kind of period stands alone."""
    match = PERIODE.match(periode)
    if soort not in MAANDEN or not match or (soort != "jaar" and not match.group(2)):
        return boom.knoop((soort, periode), 9)
    nummer = int(match.group(2)) if soort != "jaar" else 1
    return _knoop_tijd(boom, soort, int(match.group(1)), nummer)


def _knoop_tijd(boom: Boom, soort: str, jaar: int, nummer: int) -> int:
    ouder = GEEN
    if soort in ERBOVEN:
        langer = ERBOVEN[soort]
        ouder = _knoop_tijd(boom, langer, jaar, (nummer - 1) * MAANDEN[soort] // MAANDEN[langer] + 1)
    return boom.knoop((soort, str(jaar), str(nummer)), 12 // MAANDEN[soort], ouder)


@dataclass(frozen=True)
class Indeling:
    """Which gemeente lay in which jeugdregio, and under what label a region goes if it was composed otherwise."""

    gebied: Gebied
    hernoemd: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def regio(self, gemeente: str, jaar: int) -> str:
        """Return the label of the region of a gemeente, empty when unknown."""
        return self.label(self.gebied.get((gemeente, jaar), ""), jaar)

    def label(self, regio: str, jaar: int) -> str:
        """Return the label of a region in a year."""
        return self.hernoemd.get((regio, jaar), regio)


def knoop_gebied(boom: Boom, gemeente: str, regio: str, jaar: int, indeling: Indeling) -> int:
    """Add a gemeente, jeugdregio or (both empty) the land; the year is part of the node."""
    land = boom.knoop(("land",), 0)
    label = indeling.regio(gemeente, jaar) if gemeente and not regio else indeling.label(regio, jaar)
    ouder = boom.knoop(("regio", label, str(jaar)), 1, land) if label else land
    return boom.knoop(("gemeente", gemeente, str(jaar)), 2, ouder) if gemeente else ouder


def ouders_volgens(boom: Boom, indeling: Indeling) -> list[int]:
    """Return the parents of the area tree for the regions that an earlier release composed otherwise."""
    parents = [GEEN] * len(boom.niveaus)
    for (gemeente, jaar), regio in indeling.gebied.items():
        part = boom.labels.get(("gemeente", gemeente, str(jaar)))
        whole = boom.labels.get(("regio", indeling.hernoemd.get((regio, jaar), ""), str(jaar)))
        if part is not None and whole is not None:
            parents[part] = whole
    return parents


def knoop_product(boom: Boom, categorie: str, code: str, categorie_van: Mapping[str, str]) -> int:
    """Add a productcode, productcategorie or (both empty) all products."""
    alles = boom.knoop(("alles",), 0)
    if code:
        label = categorie or categorie_van.get(code, "")
        ouder = boom.knoop(("categorie", label), 1, alles) if label else alles
        return boom.knoop(("code", label, code), 2, ouder)
    return boom.knoop(("categorie", categorie), 1, alles) if categorie else alles


def knoop_aanbieder(boom: Boom, aanbieder: str) -> int:
    """Add an aanbieder or (empty) all aanbieders."""
    alle = boom.knoop(("alle",), 0)
    return boom.knoop(("aanbieder", aanbieder), 1, alle) if aanbieder else alle


def knoop_uitsplitsing(boom: Boom, uitsplitsing: str) -> int:
    """Add a value of the split of the indicator itself or (empty) the unsplit figure."""
    geheel = boom.knoop(("geheel",), 0)
    return boom.knoop(("uitsplitsing", uitsplitsing), 1, geheel) if uitsplitsing else geheel


def samenstelling(gebied: Gebied) -> dict[tuple[str, int], frozenset[str]]:
    """Return {(jeugdregio, year): its gemeenten}."""
    groups: dict[tuple[str, int], set[str]] = defaultdict(set)
    for (gemeente, jaar), regio in gebied.items():
        groups[regio, jaar].add(gemeente)
    return {key: frozenset(group) for key, group in groups.items()}


def hernoem(eerder: Gebied, nu: Gebied) -> dict[tuple[str, int], str]:
    """Return {(jeugdregio, year): label} for regions that were composed otherwise in an earlier release.

    A region with another composition is another figure; its label carries a mark of its gemeenten.
    """
    now = samenstelling(nu)
    return {
        key: f"{key[0]}@{merk(group)}" for key, group in samenstelling(eerder).items() if now.get(key, group) != group
    }


def merk(gemeenten: Iterable[str]) -> str:
    """Return a short mark that is the same for the same set of gemeenten."""
    return hashlib.sha256(" ".join(sorted(gemeenten)).encode()).hexdigest()[:8]
