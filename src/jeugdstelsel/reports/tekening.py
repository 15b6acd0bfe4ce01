"""Draws a figure of a report as SVG: a line with gaps where nothing is known and where a series breaks."""

from collections.abc import Sequence
from html import escape
from math import floor, log10

from jeugdstelsel.reports.model import Figuur, Punt

BREED, HOOG, LINKS, RECHTS, BOVEN, ONDER = 640, 220, 20, 20, 34, 34
KLEUR, RASTER, TEKST = "#154273", "#767676", "#1a1a1a"
TEKSTEN = 10
"""Points of which the value is written at the line; of more only the first and the last."""


def teken(figuur: Figuur) -> str:
    """Return a figure as SVG, with its alternative text; the axis starts at zero."""
    points = figuur.punten
    top = _top(max((point.waarde for point in points if point.waarde is not None), default=1.0))
    places = [_plek(number, len(points), point.waarde, top) for number, point in enumerate(points)]
    body = [
        f'<line x1="{LINKS}" x2="{BREED - RECHTS}" y1="{HOOG - ONDER}" y2="{HOOG - ONDER}" stroke="{RASTER}"/>',
        *(f'<polyline points="{piece}" fill="none" stroke="{KLEUR}" stroke-width="2.5"/>'
          for piece in _stukken(points, places)),
        *(_stip(number, points, *places[number]) for number in range(len(points))),
    ]  # fmt: skip
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {HOOG}" role="img" '
        f'aria-label="{escape(figuur.alt, quote=True)}" font-size="12" fill="{TEKST}">{"".join(body)}</svg>'
    )


def _top(hoog: float) -> float:
    """Return a round number at or above the highest value."""
    if hoog <= 0:
        return 1.0
    power = 10.0 ** floor(log10(hoog))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= hoog)


def _plek(number: int, count: int, value: float | None, top: float) -> tuple[float, float]:
    width, height = BREED - LINKS - RECHTS - 40, HOOG - BOVEN - ONDER
    x = LINKS + 20 + width * number / max(count - 1, 1)
    return round(x, 1), round(HOOG - ONDER - height * (value or 0) / top, 1)


def _stukken(points: Sequence[Punt], places: Sequence[tuple[float, float]]) -> list[str]:
    """Return the lines between neighbours that are known and may be compared."""
    pieces: list[list[str]] = [[]]
    for point, (x, y) in zip(points, places, strict=True):
        if point.waarde is None or point.breuk:
            pieces.append([])
        if point.waarde is not None:
            pieces[-1].append(f"{x},{y}")
    return [" ".join(piece) for piece in pieces if len(piece) > 1]


def _stip(number: int, points: Sequence[Punt], x: float, y: float) -> str:
    """Return one point: a dot with its value, or the word for what is not shown; its period below the axis."""
    point, every = points[number], -(-len(points) // TEKSTEN)
    shown = number % every == 0 or number == len(points) - 1
    label = _tekst(x, HOOG - ONDER + 18, point.label) if shown else ""
    broken = _tekst(x, BOVEN - 18, "breuk") if point.breuk else ""
    if point.waarde is None:
        return f"{_tekst(x, HOOG - ONDER - 6, point.tekst) if shown else ''}{label}{broken}"
    value = _tekst(x, y - 9, point.tekst) if shown else ""
    return f'<circle cx="{x}" cy="{y}" r="4" fill="{KLEUR}"/>{value}{label}{broken}'


def _tekst(x: float, y: float, text: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="middle">{escape(text)}</text>'
