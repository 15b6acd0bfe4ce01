"""Comparison that is fair to small places: limits of chance around the country, how values spread, places alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10, sqrt
from typing import Any

from jeugdstelsel import standaard
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import Vergelijking
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.services.toeval import Maat, verruim

Z95 = 1.96
"""Standard errors on either side of an interval of 95%."""

AFRONDING, AFRONDING_AANTAL, AFRONDING_DEKKING = 0.0005, 2.0, 0.025
"""How far rounding for publication may move a share, a number and a coverage."""

BEVOLKING = "bevolking"
GROOTTE: Mapping[str, str] = {
    BEVOLKING: "inwoners tot 23 jaar", "uitstroom": "beëindigde trajecten", "instroom": "begonnen trajecten",
    "trajecten": "trajecten",
}  # fmt: skip
"""What the size in a funnel counts, by `van` of the figure (Dutch)."""


@dataclass(frozen=True)
class Plek:
    """One place: its figure, its size, and `oordeel`.

    `oordeel` is binnen, hoger or lager (outside 95%), veel hoger or veel lager (outside 99.8%), or te klein.
    `toeval` is the same by chance alone, when the limits are not widened.
    """

    plaats: str
    waarde: float
    omvang: float
    oordeel: str
    toeval: str


@dataclass(frozen=True)
class Trechter:
    """A funnel: the measure around the country, the places that can be compared, and how many cannot.

    The figures are those of the measure: a share, or a number per `maat.per`. `grootte` says what the size counts.
    `verwacht` is how many places the outer limits would name when all places are alike.
    """

    maat: Maat
    plekken: tuple[Plek, ...]
    zonder: int
    verwacht: float
    grootte: str

    @property
    def midden(self) -> float:
        """The figure of the country."""
        return self.maat.midden

    @property
    def buiten(self) -> tuple[Plek, ...]:
        """The places outside the outer limits, the highest figure first."""
        found = (plek for plek in self.plekken if plek.oordeel.startswith("veel"))
        return tuple(sorted(found, key=lambda plek: -plek.waarde))

    @property
    def alleen_toeval(self) -> int:
        """How many places lie outside the outer limits of chance alone."""
        return sum(plek.toeval.startswith("veel") for plek in self.plekken)

    def interval(self, plek: Plek) -> tuple[float, float]:
        """Return between which figures that of a place lies underneath with 95% confidence, cases in their bunches."""
        return interval(plek.waarde, plek.omvang / self.maat.samen, self.maat.per)

    @property
    def eenheid(self) -> str:
        """The unit of the figures: aandeel, or so many per 1,000 of the size (Dutch)."""
        return "aandeel" if self.maat.per == 1 else f"per {self.maat.per:,} {self.grootte}".replace(",", ".")

    @property
    def methode(self) -> str:
        """How the limits were made, in one sentence (Dutch)."""
        how = {"binomiaal": "een binomiale verdeling", "poisson": "een Poisson-verdeling"}[self.maat.wet]
        bunch = " (een jongere kan meer trajecten hebben; daarmee is rekening gehouden)" if self.maat.samen > 1 else ""
        wider = ", verruimd met het verschil tussen plaatsen dat toeval niet verklaart" if self.maat.spreiding else ""
        return f"De grenzen zijn exacte grenzen van {how} rond het cijfer van Nederland{bunch}{wider}."


def geen_grenzen(indicator: str) -> str:
    """Return why a figure never has limits, as a sentence (Dutch); empty when it can have them."""
    found = all_indicators()[indicator].vergelijking
    return "" if found.wet else f"Geen grenzen: {found.reden}."


def maak_trechter(kast: Kast, indicator: str, niveau: str, periode: str, vak: str = "") -> Trechter | None:
    """Return the funnel of a figure over the places of a level; None where what it needs is not published."""
    how = all_indicators()[indicator].vergelijking
    country = kast.plaatsen(indicator, "land", periode, vak)
    if not how.wet or not country or country[0]["waarde"] is None:
        return None
    rows = kast.plaatsen(indicator, niveau, periode, vak)
    sizes = _omvang(kast, how, niveau, periode, rows, vak)
    measure = _maat(kast, how, country[0]["waarde"], periode)
    if measure is None or not 0 < measure.midden < measure.hoogst:
        return None
    figures = {
        row["plaats"]: _per(how, row["waarde"], sizes[row["plaats"]][0])
        for row in rows
        if row["waarde"] is not None and row["plaats"] in sizes
    }
    wider = verruim(measure, [(figure, sizes[place][0]) for place, figure in figures.items()])
    places = tuple(_plek(how, place, figure, sizes[place], measure, wider) for place, figure in figures.items())
    judged = sum(place.oordeel != "te klein" for place in places)
    return Trechter(wider, places, len(rows) - len(places), 0.002 * judged, GROOTTE[how.van])


def _maat(kast: Kast, how: Vergelijking, waarde: float, periode: str) -> Maat | None:
    """Return the measure around the country; None when the numbers it needs are not published."""
    assert how.wet
    people = sum(_jongeren("gemeente", int(periode[:4]), kast, berichten=True).values()) if how.per > 1 else 0.0
    bunch = _samen(kast, how.samen, periode) if how.samen else 1.0
    if bunch is None or (how.per > 1 and not people):
        return None
    return Maat(how.wet, _per(how, waarde, people), how.per, bunch)


def _samen(kast: Kast, samen: tuple[str, str], periode: str) -> float | None:
    """Return how many cases at a time chance gives: with a geometric number per person, twice the mean less one."""
    found = [row["waarde"] for code in samen for row in kast.plaatsen(code, "land", periode)]
    if len(found) != 2 or not all(found):
        return None
    return max(1.0, 2 * float(found[0]) / float(found[1]) - 1)


def _per(how: Vergelijking, waarde: float, omvang: float) -> float:
    """Return a share as it is, and a count as so many per `per` of the size."""
    return waarde if how.per == 1 else waarde * how.per / omvang


def _plek(how: Vergelijking, plaats: str, waarde: float, omvang: tuple[float, float], toeval: Maat, maat: Maat) -> Plek:
    """Return a place with what is said of it, at the smallest size that rounding allows."""
    size, least = omvang
    slack = 2 * AFRONDING if how.per == 1 else AFRONDING_AANTAL * how.per / size
    verdict, alone = (each.beoordeel(waarde, least, slack) for each in (maat, toeval))
    return Plek(plaats, waarde, size, verdict, alone)


def _omvang(
    kast: Kast, how: Vergelijking, niveau: str, periode: str, rows: Sequence[Mapping[str, Any]], vak: str
) -> Mapping[str, tuple[float, float]]:
    """Return the size of each place and the least that it can be, given how it was rounded.

    A share of what is known is of that part; the split 'onbekend' is of the whole.
    """
    if how.van == BEVOLKING:
        return {place: (people, people) for place, people in _jongeren(niveau, int(periode[:4]), kast).items()}
    known = {row["plaats"]: row["waarde"] for row in kast.plaatsen(how.van, niveau, periode) if row["waarde"]}
    if not how.bekend or vak == "onbekend":
        return {place: (size, size - AFRONDING_AANTAL) for place, size in known.items()}
    shares = {row["plaats"]: row["dekking"] or 0.0 for row in rows}
    return {
        place: (size * share, (size - AFRONDING_AANTAL) * (share - AFRONDING_DEKKING))
        for place, size in known.items()
        if (share := shares.get(place, 0.0)) > AFRONDING_DEKKING
    }


def _jongeren(niveau: str, jaar: int, kast: Kast, *, berichten: bool = False) -> Mapping[str, float]:
    """Return the inhabitants up to 23 of each place; of a region those of the gemeenten that sent messages.

    With `berichten` only the gemeenten that sent messages.
    """
    people = {code: float(found.tot_23) for code, found in standaard.bevolking_per_gemeente(jaar).items()}
    if niveau == "gemeente" and not berichten:
        return people
    told = {code: people[code] for code in set(kast.namen("gemeente")) & people.keys()}
    if niveau == "gemeente":
        return told
    sums: dict[str, float] = {}
    for code, size in told.items():
        if region := standaard.jeugdregio_van(code, jaar):
            sums[region] = sums.get(region, 0.0) + size
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


def interval(waarde: float, omvang: float, per: int = 1) -> tuple[float, float]:
    """Return between which figures the underlying one lies with 95% confidence.

    A share is of `omvang` (Wilson); with `per` the figure is a number per so many of `omvang` (Byar for Poisson).
    """
    if per > 1:
        return _interval_aantal(waarde * omvang / per, per / omvang)
    shrink = 1 + Z95**2 / omvang
    middle = (waarde + Z95**2 / (2 * omvang)) / shrink
    half = Z95 * sqrt(waarde * (1 - waarde) / omvang + Z95**2 / (4 * omvang**2)) / shrink
    return max(0.0, middle - half), min(1.0, middle + half)


def _interval_aantal(gevallen: float, factor: float) -> tuple[float, float]:
    low = gevallen * (1 - 1 / (9 * gevallen) - Z95 / (3 * sqrt(gevallen))) ** 3 if gevallen else 0.0
    more = gevallen + 1
    return max(0.0, low) * factor, more * (1 - 1 / (9 * more) + Z95 / (3 * sqrt(more))) ** 3 * factor
