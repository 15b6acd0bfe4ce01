"""Series of Iv3 for a gemeente, jeugdregio or the country: at the finest comparable level, with every break marked."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TypeAlias

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.iv3 import standing
from jeugdstelsel.standaard import iv3
from jeugdstelsel.standaard.iv3 import Lijn, Niveau

Boek: TypeAlias = Mapping[tuple[str, int, str, str], Mapping[str, int]]
"""Eurocents per taakveld, by gemeente of that year, year, document and side."""


@dataclass(frozen=True)
class Plaats:
    """Where a series is about; `gemeenten` are the codes of today, or the one code that ended."""

    soort: str
    code: str
    naam: str
    gemeenten: frozenset[str]


@dataclass(frozen=True)
class Punt:
    """One amount of a series in eurocent, in prices of the year `prijspeil`.

    `toestand` is `waarde`, `onvolledig` (something was not reported: at least this much), `onbekend` (nothing was) or
    `niet te vertalen`. `opgegeven` of `verwacht` counts gemeente × taakveld.
    """

    lijn: str
    naam: str
    jaar: int
    document: str
    zijde: str
    indeling: str
    bedrag: int | None
    prijspeil: int
    toestand: str
    opgegeven: int
    verwacht: int
    markeringen: tuple[str, ...]

    @property
    def dekking(self) -> float | None:
        """The share of what could be reported that was, or None when there is nothing to report."""
        return self.opgegeven / self.verwacht if self.verwacht else None


@dataclass(frozen=True)
class Reeks:
    """The lines of one place, document and side, with what a reader must know of them in Dutch."""

    plaats: Plaats
    niveau: Niveau
    document: str
    zijde: str
    punten: tuple[Punt, ...]
    toelichting: tuple[str, ...]


@dataclass(frozen=True)
class Verschil:
    """The change between two points of one line: in eurocent, and in % of the first when that is above zero."""

    eurocent: int
    procent: float | None


@dataclass(frozen=True)
class Prijsindex:
    """Index figures per year with which someone chooses to bring amounts to one price level, and why."""

    naam: str
    eigenaar: str
    datum: date
    reden: str
    bron: str
    cijfers: Mapping[int, Decimal]


# --- places ---------------------------------------------------------------------------------------------------------


def find_place(*, gemeente: str = "", jeugdregio: str = "") -> Plaats:
    """Return a place by code or name; the country without either. Raises GebruikersFout for one that is not there."""
    places = standaard.gemeenten()
    today = {code for code, place in places.items() if place.geldig_tot_en_met is None}
    if gemeente:
        code = _find("gemeente", gemeente, {code: place.naam for code, place in places.items()})
        return Plaats("gemeente", code, places[code].naam, frozenset({code}))
    if jeugdregio:
        code = _find("jeugdregio", jeugdregio, standaard.jeugdregios())
        inside = frozenset(c for c in today if places[c].jeugdregio == code)
        return Plaats("jeugdregio", code, standaard.jeugdregios()[code], inside)
    return Plaats("land", "", "Nederland", frozenset(today))


def _find(kind: str, value: str, names: Mapping[str, str]) -> str:
    wanted = value.removeprefix("GM")
    found = [
        code for code, name in names.items() if wanted in (code, code.lstrip("0")) or name.lower() == value.lower()
    ]
    if not found:
        raise GebruikersFout(f"{kind} '{value}' bestaat niet. Gebruik de code of de naam zoals het CBS die schrijft.")
    return found[-1]


@cache
def destinations(code: str) -> Mapping[str, Fraction]:
    """Return the gemeenten of today that a gemeente went to, each with its share of the people; itself if it exists."""
    parts = standaard.opvolgers(code)
    people = sum(part.inwoners for part in parts)
    if not parts or not people:
        return {parts[0].naar if parts else code: Fraction(1)}
    shares: dict[str, Fraction] = {}
    for part in parts:
        for final, share in destinations(part.naar).items():
            shares[final] = shares.get(final, Fraction(0)) + Fraction(part.inwoners, people) * share
    return shares


def share_out(amount: int, shares: Mapping[str, Fraction]) -> dict[str, int]:
    """Divide an amount by shares that add up to 1; the parts add up to the amount, to the cent."""
    exact = {code: amount * share for code, share in shares.items()}
    parts = {code: part.__floor__() for code, part in exact.items()}
    left = amount - sum(parts.values())
    for code in sorted(exact, key=lambda c: (parts[c] - exact[c], c))[:left]:
        parts[code] += 1
    return parts


@cache
def origins(place: Plaats, jaar: int) -> tuple[str, ...]:
    """Return the gemeenten of 1 January of a year whose amounts, or a part of them, belong to a place."""
    if place.soort == "gemeente" and standaard.opvolgers(place.code):
        return (place.code,) if standaard.gemeente_bestaat(place.code, date(jaar, 1, 1)) else ()
    arrived = _arrivals(jaar)
    return tuple(sorted({origin for code in place.gemeenten for origin in arrived.get(code, ())}))


@cache
def _arrivals(jaar: int) -> Mapping[str, Sequence[str]]:
    """Return by gemeente of today the gemeenten of 1 January of a year that went to it, itself among them."""
    found: dict[str, list[str]] = {}
    for origin in standaard.gemeenten_op(date(jaar, 1, 1)):
        for code in destinations(origin):
            found.setdefault(code, []).append(origin)
    return found


def _part(amount: int, origin: str, place: Plaats) -> int:
    if origin in place.gemeenten:
        return amount
    return sum(part for code, part in share_out(amount, destinations(origin)).items() if code in place.gemeenten)


# --- series ---------------------------------------------------------------------------------------------------------


def read_book(workdir: Path | None = None, bekend_op: date | None = None) -> Boek:
    """Return the amounts that stand, all categories of a taakveld together."""
    book: dict[tuple[str, int, str, str], dict[str, int]] = {}
    table = standing(workdir, bekend_op).select(("gemeente", "jaar", "document", "zijde", "taakveld", "bedrag"))
    for gemeente, jaar, document, side, taakveld, amount in zip(*(c.to_pylist() for c in table.columns), strict=True):
        amounts = book.setdefault((gemeente, jaar, document, side), {})
        amounts[taakveld] = amounts.get(taakveld, 0) + amount
    return book


def make_series(
    book: Boek, place: Plaats, *, document: str = "jaarrekening", zijde: str = "lasten", vanaf: int = iv3.EERSTE_JAAR,
    tot: int | None = None, niveau: Niveau | None = None,
) -> Reeks:  # fmt: skip
    """Return the lines of a place over the years that have this document, at the finest level that holds for all.

    `niveau` chooses another level; a taakveld of which nothing was reported is then left out. Years before a merger
    hold the amounts of the predecessors, marked as such. Begroting and jaarrekening, lasten and baten are never in one
    series. Raises GebruikersFout when there is no such year.
    """
    years = sorted({jaar for _, jaar, kind, _ in book if kind == document and vanaf <= jaar <= (tot or jaar)})
    if not years:
        raise GebruikersFout(f"er is geen {document} van {vanaf} of later. Kies een ander document of een eerder jaar.")
    level = niveau or finest_level(years)
    lines = _lines(level, years)
    points = [
        _make_point(book, place, line, jaar, document, zijde, years[0])
        for line in lines
        for jaar in years
        if level != "taakveld" or _indeling(jaar) in line.taakvelden
    ]
    if level == "taakveld":
        reported = {point.lijn for point in points if point.bedrag is not None}
        lines = tuple(line for line in lines if line.code in reported)
        points = [point for point in points if point.lijn in reported]
    return Reeks(place, level, document, zijde, tuple(points), _explain(place, lines, years))


def finest_level(years: Iterable[int]) -> Niveau:
    """Return the finest level on which all these years can be compared."""
    found = {_indeling(jaar) for jaar in years}
    if len(found) == 1:
        return "taakveld"
    return "vergelijkbaar" if "2017" in found else "vorm"


def _indeling(jaar: int) -> str:
    found = iv3.indeling_van(jaar)
    return found.code if found else ""


def _lines(level: Niveau, years: Sequence[int]) -> tuple[Lijn, ...]:
    if level != "taakveld":
        return tuple(line for line in iv3.lijnen() if level == "vorm" or line.niveau == "vergelijkbaar")
    used = {_indeling(jaar) for jaar in years}
    return tuple(
        Lijn(
            f"{t.indeling}:{t.code}",
            "taakveld",
            f"{t.code} {t.naam}",
            {t.indeling: (t.code,)},
            {t.indeling: t.opmerking},
        )
        for t in iv3.taakvelden().values()
        if t.indeling in used and t.jeugd != "nee" and t.code.startswith("6.")
    )


def _make_point(
    book: Boek, place: Plaats, line: Lijn, jaar: int, document: str, side: str, first_year: int
) -> Punt:  # fmt: skip
    indeling = _indeling(jaar)
    codes = line.taakvelden.get(indeling, ())
    from_where = origins(place, jaar)
    amounts = [
        _part(amount, origin, place)
        for origin in from_where
        for code in codes
        if (amount := iv3.roll_up(book.get((origin, jaar, document, side), {}), indeling, code)) is not None
    ]
    expected = len(from_where) * len(codes)
    return Punt(
        line.code, line.naam, jaar, document, side, indeling, sum(amounts) if amounts else None, jaar,
        _state(codes, len(amounts), expected), len(amounts), expected,
        (*_break_marks(jaar, first_year, codes), *_merger_marks(place, from_where)),
    )  # fmt: skip


def _state(codes: Sequence[str], reported: int, expected: int) -> str:
    if not codes:
        return "niet te vertalen"
    if not reported:
        return "onbekend"
    return "waarde" if reported == expected else "onvolledig"


def _break_marks(jaar: int, first_year: int, codes: Sequence[str]) -> tuple[str, ...]:
    found = iv3.indeling_van(jaar)
    crossed = found is not None and found.eerste_jaar == jaar > first_year
    return ((f"trendbreuk {jaar}",) if crossed else ()) + (() if codes else ("niet te vertalen",))


def _merger_marks(place: Plaats, from_where: Sequence[str]) -> tuple[str, ...]:
    """Say that amounts come from predecessors, and that some were divided by the number of people."""
    moved = [code for code in from_where if code not in place.gemeenten]
    divided = any(destinations(code).keys() - place.gemeenten for code in moved)
    merged = ("herindeling",) if moved and place.soort == "gemeente" else ()
    return merged + (("verdeeld naar inwoners",) if divided else ())


def _explain(place: Plaats, lines: Sequence[Lijn], years: Sequence[int]) -> tuple[str, ...]:
    """Return what a reader must know: remarks on the lines per indeling, mergers, and an end."""
    shown: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        for indeling in dict.fromkeys(map(_indeling, years)):
            if remark := line.opmerkingen.get(indeling, ""):
                shown.setdefault((indeling, remark), []).append(line.naam)
    remarks = (f"Indeling {indeling}, {'; '.join(names)}: {remark}." for (indeling, remark), names in shown.items())
    return (*remarks, *_explain_mergers(place, years))


def _explain_mergers(place: Plaats, years: Sequence[int]) -> Iterator[str]:
    if place.soort != "gemeente":
        return
    names = standaard.gemeenten()
    last = {code: jaar for jaar in years for code in origins(place, jaar) if code not in place.gemeenten}
    for code, jaar in last.items():
        share = destinations(code)[place.code]
        part = "" if share == 1 else f" voor {float(share):.1%} (naar inwoners)".replace(".", ",")
        yield f"Tot en met {jaar} telt {names[code].naam} mee{part}."
    if successor := standaard.opvolger(place.code):
        yield f"Deze gemeente is opgeheven; zie vanaf dan {names[successor].naam}."


# --- prices ---------------------------------------------------------------------------------------------------------


def difference(first: Punt, last: Punt) -> Verschil:
    """Return the change from one point to another of the same line, document, side and price level.

    Raises GebruikersFout when they may not be compared; nothing is brought to one price level by itself.
    """
    if (first.lijn, first.document, first.zijde) != (last.lijn, last.document, last.zijde):
        raise GebruikersFout(
            "deze bedragen zijn niet te vergelijken: kies dezelfde regel, hetzelfde document en één zijde."
        )
    if first.prijspeil != last.prijspeil:
        raise GebruikersFout(
            f"de bedragen staan in prijzen van {first.prijspeil} en {last.prijspeil}. Breng ze eerst op één prijspeil "
            "met --prijspeil JAAR en --prijsindex BESTAND."
        )
    if first.bedrag is None or last.bedrag is None:
        raise GebruikersFout(f"{first.naam}: {first.jaar} is {first.toestand} en {last.jaar} is {last.toestand}.")
    change = last.bedrag - first.bedrag
    return Verschil(change, 100 * change / first.bedrag if first.bedrag > 0 else None)


def read_index(path: Path) -> Prijsindex:
    """Return a price index from a TOML file: naam, eigenaar, datum, reden, bron, and a table `cijfers` per year.

    Raises GebruikersFout for what cannot be read or is missing: a chosen index always has an owner and a reason.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        figures = {int(jaar): Decimal(str(cijfer)) for jaar, cijfer in data["cijfers"].items()}
        words = [str(data[name]).strip() for name in ("naam", "eigenaar", "reden", "bron")]
        day = data["datum"]
    except (OSError, ValueError, KeyError, AttributeError, InvalidOperation) as error:
        raise GebruikersFout(_BAD_INDEX.format(path)) from error
    if not all(words) or type(day) is not date or not figures or min(figures.values()) <= 0:
        raise GebruikersFout(_BAD_INDEX.format(path))
    naam, eigenaar, reden, bron = words
    return Prijsindex(naam, eigenaar, day, reden, bron, figures)


_BAD_INDEX = (
    "de prijsindex {} is niet te lezen. Geef een TOML-bestand met naam, eigenaar, datum, reden, bron en [cijfers] "
    "met per jaar een indexcijfer boven 0."
)


def to_price_level(series: Reeks, jaar: int, index: Prijsindex) -> Reeks:
    """Return a series in prices of one year, rounded to the cent. Raises GebruikersFout when the index lacks a year."""
    missing = sorted({jaar, *(point.prijspeil for point in series.punten)} - index.cijfers.keys())
    if missing:
        raise GebruikersFout(
            f"de prijsindex '{index.naam}' heeft geen cijfer voor {', '.join(map(str, missing))}. Vul aan."
        )
    said = (
        f"Omgerekend naar prijzen van {jaar} met {index.naam} (bron: {index.bron}; gekozen door {index.eigenaar} op "
        f"{index.datum}: {index.reden})."
    )
    points = tuple(_at_price(point, jaar, index) for point in series.punten)
    return replace(series, punten=points, toelichting=(said, *series.toelichting))


def _at_price(point: Punt, jaar: int, index: Prijsindex) -> Punt:
    if point.bedrag is None:
        return replace(point, prijspeil=jaar)
    exact = point.bedrag * index.cijfers[jaar] / index.cijfers[point.prijspeil]
    return replace(point, bedrag=int(exact.to_integral_value(ROUND_HALF_EVEN)), prijspeil=jaar)
