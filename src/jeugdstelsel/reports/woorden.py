"""Numbers, periods and days as a reader of a report sees them."""

from datetime import date
from math import floor

from jeugdstelsel.model import notatie
from jeugdstelsel.model.notatie import eenheid_van
from jeugdstelsel.reports.model import Cel

__all__ = ["cel", "dag", "dekking", "eenheid_van", "getal", "met_eenheid", "miljoen", "periode", "procent", "toon"]
VORM_GETAL, VORM_TIENDE, VORM_AANDEEL = "#,##0", "#,##0.0", "0.0%"
"""Number formats of a spreadsheet; it writes them with the comma of the reader."""


def getal(waarde: float) -> str:
    """Return a number in Dutch notation, to one decimal; a whole number without."""
    return notatie.getal(round(waarde, 1) + 0.0)


def toon(waarde: float, eenheid: str) -> str:
    """Return a value in the notation of its unit: a share in per cent, money in whole euros."""
    if eenheid == "aandeel":
        return f"{getal(100 * waarde)} %"
    if eenheid.startswith("euro"):
        return f"€ {getal(round(waarde))}"
    return getal(waarde)


def met_eenheid(waarde: float, eenheid: str) -> str:
    """Return a value with its unit, to stand in a sentence."""
    text = toon(waarde, eenheid)
    if eenheid == "aandeel" or eenheid == "euro":
        return text
    if eenheid.startswith("euro "):
        return f"{text} {eenheid.removeprefix('euro ')}"
    return f"{text} {'dag' if eenheid == 'dagen' and text == '1' else eenheid}"


def cel(waarde: float | None, toestand: str, eenheid: str) -> Cel:
    """Return a figure as a cell; what is not shown keeps its word, never a zero."""
    if waarde is None:
        return Cel(toestand or "onbekend", getal=True)
    if eenheid == "aandeel":
        return Cel(toon(waarde, eenheid), waarde, VORM_AANDEEL, getal=True)
    value = round(waarde, 0 if eenheid.startswith("euro") else 1)
    return Cel(toon(waarde, eenheid), value, VORM_GETAL if value == int(value) else VORM_TIENDE, getal=True)


def miljoen(eurocent: int | None, toestand: str = "onbekend") -> Cel:
    """Return an amount in millions of euro, to one decimal."""
    if eurocent is None:
        return Cel(toestand, getal=True)
    value = round(eurocent / 100_000_000, 1)
    return Cel(notatie.vast(value, 1), value, VORM_TIENDE, getal=True)


def procent(deel: float | None) -> Cel:
    """Return a share 0..1 in whole per cents; 'n.v.t.' where it does not apply."""
    if deel is None:
        return Cel("n.v.t.", getal=True)
    return Cel(notatie.procent(deel), deel, "0%", getal=True)


def dekking(deel: float | None) -> Cel:
    """Return a coverage to one decimal, rounded down: what is not complete is never shown as 100 %."""
    if deel is None:
        return Cel("n.v.t.", getal=True)
    return Cel(f"{getal(floor(1000 * deel + 1e-6) / 10)} %", deel, VORM_AANDEEL, getal=True)


def periode(code: str) -> str:
    """Return a period (2025, 2025-H1, 2025-K1 or 2025-01) as it stands in a sentence: 'het 1e halfjaar van 2025'."""
    *part, year = notatie.periode(code).split(" ")
    return f"het {' '.join(part)} van {year}" if len(part) > 1 else " ".join((*part, year))


def dag(waarde: date | str) -> str:
    """Return a day in words; 'onbekend' when there is none."""
    return notatie.dag(waarde) if waarde else "onbekend"
