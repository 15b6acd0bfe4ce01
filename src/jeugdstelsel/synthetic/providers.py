"""The invented aanbieders of each jeugdregio, what they deliver and the tarieven that a gemeente agreed with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jeugdstelsel.standaard import gemeenten, jeugdregios
from jeugdstelsel.synthetic.dates import Days
from jeugdstelsel.synthetic.parameters import Product, producten, vormen
from jeugdstelsel.synthetic.places import Place

_REGIONAL = {
    "ambulant": range(40), "netwerk": range(20), "daghulp": range(5, 15), "ander_verblijf": range(8),
    "gezinsgericht": range(20, 40),
}  # fmt: skip
_NATIONAL = {
    "pleegzorg": range(3), "gesloten": range(3, 7), "ots": range(10, 13), "voogdij": range(10, 13),
    "jeugdreclassering": range(10, 13),
}  # fmt: skip
_MINUTES = 3
"""One in three aanbieders declares in minutes what was assigned in hours."""


@dataclass(frozen=True)
class Providers:
    """Who may deliver a form in one gemeente: AGB codes with cumulative shares of the trajectories."""

    agb: tuple[str, ...]
    cumulative: NDArray[np.float64]


def _region_number(place: Place) -> int:
    return int(place.regio.removeprefix("JZ"))


def _codes(place: Place, vorm: str) -> list[str]:
    region = _region_number(place)
    if vorm == "wijkteam":
        return [f"9980{place.volgnummer:04d}"]
    if vorm in _NATIONAL:
        return [f"9970{(region % 5) * 20 + number:04d}" for number in _NATIONAL[vorm]]
    return [f"99{region:02d}{number:04d}" for number in _REGIONAL[vorm]]


@cache
def providers(place: Place, vorm: str) -> Providers:
    """Return the aanbieders of one form; shares fall with rank (Zipf) and the ranking differs per gemeente."""
    codes = _codes(place, vorm)
    shift = place.volgnummer % len(codes)
    ranked = codes[shift:] + codes[:shift] if vorm in _REGIONAL else codes
    shares = 1.0 / np.arange(1, len(ranked) + 1)
    return Providers(tuple(ranked), np.cumsum(shares / shares.sum()))


def provider_codes(place: Place) -> set[str]:
    """Return the AGB codes of all aanbieders that may deliver something in a gemeente."""
    return {agb for form in vormen() for agb in providers(place, form.vorm).agb}


NAMEN = ("agb", "naam", "geldig_vanaf", "geldig_tot", "bron")
"""Columns of the list of names."""


def name_rows(aanbieders: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield a name that says it is made up for every aanbieder, given as gemeente and AGB code, in order of code."""
    for agb, gemeente in sorted({agb: gemeente for gemeente, agb in aanbieders}.items()):
        yield agb, _name(agb, gemeente), "2015-01-01", "", "synthetisch land"


def _name(agb: str, gemeente: str) -> str:
    if agb.startswith("9980"):
        return f"Synthetisch wijkteam {gemeenten()[gemeente].naam}"
    region = jeugdregios().get(f"JZ{agb[2:4]}") if agb.startswith("99") else None
    return f"Synthetische jeugdhulp {region} {agb[4:]}" if region else f"Synthetische landelijke jeugdhulp {agb[4:]}"


def declares_minutes(agb: Days) -> NDArray[np.bool_]:
    """Whether these aanbieders declare minutes on a toewijzing in hours."""
    return np.equal(agb % _MINUTES, 0)


def _price(base: Any, agb: Any, jaar: Any) -> Any:
    """Return the price of an aanbieder in a year: at most eight percent off `base` in 2025, four percent a year."""
    return base * (92 + agb % 17) * 104 ** (jaar - 2023) * 100 // (100 * 108 * 100 ** (jaar - 2023))


def prices(base: Days, hourly: NDArray[np.bool_], agb: Days, jaar: Days) -> Days:
    """Return the agreed prices in eurocent per assigned unit; hourly prices divide by sixty, 0 means none."""
    price: Days = _price(base, agb, jaar)
    return np.where(hourly, price // 60 * 60, price)


def declared(product: Product, agb: str, jaar: int) -> tuple[str, int]:
    """Return unit and tarief as they stand in a prestatie."""
    price = int(_price(product.tarief, int(agb), jaar))
    if product.eenheid != "04":
        return product.eenheid, price
    return ("01", price // 60) if int(agb) % _MINUTES == 0 else ("04", price // 60 * 60)


def contract_rows(place: Place, contracted: Iterable[tuple[str, str]], jaren: range) -> Iterator[tuple[str, ...]]:
    """Yield gemeente, aanbieder, categorie, code, tarief, eenheid, geldig_van and geldig_tot (last day, inside).

    `contracted` has the form and AGB code of each aanbieder; a product in euros costs one eurocent per eurocent.
    """
    for vorm, agb in contracted:
        for product in (item for item in producten() if item.vorm == vorm):
            for jaar in jaren:
                unit, price = declared(product, agb, jaar)
                yield (
                    place.code, agb, product.categorie, product.code, str(price or 1), unit, f"{jaar}-01-01",
                    f"{jaar}-12-31",
                )  # fmt: skip
