"""Comparison that is fair to small places: limits of chance around the country, how values spread, places alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10, sqrt
from typing import Any

from jeugdstelsel import standaard
from jeugdstelsel.services.kast import Kast

Z95, Z998 = 1.96, 3.09
"""Standard errors within which chance keeps 95% and 99.8% of the places that do as the country does."""

MINSTENS = 5
"""With fewer expected in or outside the share, the normal approximation does not hold and a place is not judged."""

AFRONDING = 0.0005
"""Half of the step to which published shares are rounded; so much may a figure lie outside by rounding only."""

BEVOLKING = "bevolking"
OMVANG: Mapping[str, str] = {
    "jeugdhulpgebruik": BEVOLKING,
    "uitval": "uitstroom",
    "uitval_eenzijdig": "uitstroom",
    "herhaald_beroep_vijf_jaar": "instroom",
    "onafgerond": "trajecten",
    "verwijzer": "instroom",
}
"""Per share the published number that it is a share of. A share of a number that is not published is not here."""


@dataclass(frozen=True)
class Grenzen:
    """Limits of chance at one size, as shares: inner 95%, outer 99.8%."""

    laag: float
    hoog: float
    zeer_laag: float
    zeer_hoog: float


@dataclass(frozen=True)
class Plek:
    """One place: its share, the number it is a share of, and `oordeel`.

    `oordeel` is binnen, hoger or lager (outside 95%), veel hoger or veel lager (outside 99.8%), or te klein.
    """

    plaats: str
    waarde: float
    omvang: float
    oordeel: str


@dataclass(frozen=True)
class Trechter:
    """A funnel: the share of the country, the places that can be compared, and how many cannot.

    `verwacht` is how many places chance alone would put outside the outer limits.
    """

    midden: float
    plekken: tuple[Plek, ...]
    zonder: int
    verwacht: float

    @property
    def buiten(self) -> tuple[Plek, ...]:
        """The places outside the outer limits, the highest share first."""
        found = (plek for plek in self.plekken if plek.oordeel.startswith("veel"))
        return tuple(sorted(found, key=lambda plek: -plek.waarde))


def grenzen(midden: float, omvang: float) -> Grenzen:
    """Return the limits around share `midden` for a place of this size (binomial, normal approximation)."""
    error = sqrt(midden * (1 - midden) / omvang)
    return Grenzen(
        max(0.0, midden - Z95 * error),
        min(1.0, midden + Z95 * error),
        max(0.0, midden - Z998 * error),
        min(1.0, midden + Z998 * error),
    )


def beoordeel(waarde: float, midden: float, omvang: float) -> str:
    """Return whether a share differs from the country by more than chance; the words are those of `Plek`."""
    if omvang * min(midden, 1 - midden) < MINSTENS:
        return "te klein"
    edges = grenzen(midden, omvang)
    side = "hoger" if waarde > midden else "lager"
    if not edges.zeer_laag - AFRONDING <= waarde <= edges.zeer_hoog + AFRONDING:
        return f"veel {side}"
    return "binnen" if edges.laag - AFRONDING <= waarde <= edges.hoog + AFRONDING else side


def maak_trechter(kast: Kast, indicator: str, niveau: str, periode: str, vak: str = "") -> Trechter | None:
    """Return the funnel of a share over the places of a level; None where the number behind it is not published."""
    country = kast.plaatsen(indicator, "land", periode, vak)
    if indicator not in OMVANG or not country or country[0]["waarde"] is None:
        return None
    midden = country[0]["waarde"]
    rows = kast.plaatsen(indicator, niveau, periode, vak)
    sizes = _omvang(kast, indicator, niveau, periode, rows, vak)
    places = tuple(
        Plek(row["plaats"], row["waarde"], size, beoordeel(row["waarde"], midden, size))
        for row in rows
        if row["waarde"] is not None and (size := sizes.get(row["plaats"]))
    )
    judged = sum(place.oordeel != "te klein" for place in places)
    return Trechter(midden, places, len(rows) - len(places), 0.002 * judged)


def _omvang(
    kast: Kast, indicator: str, niveau: str, periode: str, rows: Sequence[Mapping[str, Any]], vak: str
) -> Mapping[str, float]:
    """Return the size of each place; a share of known referrers is of the part that is known."""
    source = OMVANG[indicator]
    if source == BEVOLKING:
        return _jongeren(niveau, int(periode[:4]), kast)
    known = {row["plaats"]: row["waarde"] for row in kast.plaatsen(source, niveau, periode) if row["waarde"]}
    if indicator == "verwijzer" and vak != "onbekend":
        shares = {row["plaats"]: row["dekking"] for row in rows}
        return {place: size * (shares.get(place) or 0) for place, size in known.items()}
    return known


def _jongeren(niveau: str, jaar: int, kast: Kast) -> Mapping[str, float]:
    """Return the inhabitants up to 23 of each place; of a region those of the gemeenten that sent messages."""
    people = {code: float(found.tot_23) for code, found in standaard.bevolking_per_gemeente(jaar).items()}
    if niveau == "gemeente":
        return people
    sums: dict[str, float] = {}
    for code in set(kast.namen("gemeente")) & people.keys():
        if region := standaard.jeugdregio_van(code, jaar):
            sums[region] = sums.get(region, 0.0) + people[code]
    return sums


# --- how values spread ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Staaf:
    """One bar of a histogram: values from `van` up to `tot`, and how many places have one."""

    van: float
    tot: float
    aantal: int


def verdeel(waarden: Sequence[float], aantal: int = 12) -> tuple[Staaf, ...]:
    """Return about `aantal` bars of round and equal width that hold every value; the last includes its upper edge."""
    if not waarden:
        return ()
    low, high = min(waarden), max(waarden)
    step = _ronde_stap((high - low) / aantal) if high > low else _ronde_stap(abs(low) or 1)
    first = floor(low / step + 1e-9)
    last = max(first + 1, -floor(-(high / step - 1e-9)))
    edges = [round(step * number, 10) for number in range(first, last + 1)]
    counts = [0] * (len(edges) - 1)
    for value in waarden:
        counts[min(max(floor(value / step + 1e-9) - first, 0), len(counts) - 1)] += 1
    return tuple(Staaf(van, tot, count) for (van, tot), count in zip(pairwise(edges), counts, strict=True))


def _ronde_stap(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * (1 - 1e-9))


# --- places alike ---------------------------------------------------------------------------------------------------


def gelijk_in_grootte(code: str, groottes: Mapping[str, float], aantal: int = 8) -> tuple[str, ...]:
    """Return the places whose size is nearest to that of `code`, the nearest first; empty when its size is unknown."""
    own = groottes.get(code)
    if not own:
        return ()
    others = sorted((abs(size / own - 1), other) for other, size in groottes.items() if other != code)
    return tuple(other for _, other in others[:aantal])


def interval(waarde: float, omvang: float) -> tuple[float, float]:
    """Return between which shares the underlying one lies with 95% confidence (Wilson); the share is of `omvang`."""
    shrink = 1 + Z95**2 / omvang
    middle = (waarde + Z95**2 / (2 * omvang)) / shrink
    half = Z95 * sqrt(waarde * (1 - waarde) / omvang + Z95**2 / (4 * omvang**2)) / shrink
    return max(0.0, middle - half), min(1.0, middle + half)
