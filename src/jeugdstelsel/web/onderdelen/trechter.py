"""A funnel: places by size and figure, with the limits within which chance alone keeps them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from jeugdstelsel.services.vergelijking import Plek, Trechter
from jeugdstelsel.web.onderdelen.assen import As, merktekst, stappen
from jeugdstelsel.web.templatetags.stelsel import getal

BREED, HOOG, LINKS, RECHTS, BOVEN, ONDER = 720, 380, 76, 16, 16, 56
DELEN = 60
"""Points on each limit."""


def trechter(found: Trechter, namen: Mapping[str, str], *, titel: str, schrijf: Callable[[float], str]) -> SafeString:
    """Return the drawing as SVG; a place outside the outer limits is a square and has its name when there is room.

    `schrijf` writes a figure for a reader. Empty without places.
    """
    if not found.plekken:
        return SafeString("")
    sizes = sorted(plek.omvang for plek in found.plekken)
    widest, typical = sizes[-1], sizes[len(sizes) // 4]
    marks_x = stappen(widest, 5)
    top = max(found.maat.grenzen(typical).zeer_hoog, *(plek.waarde for plek in found.plekken))
    marks_y = stappen(top, 4)
    x = As(marks_x[0], marks_x[-1], LINKS, BREED - RECHTS)
    y = As(marks_y[0], marks_y[-1], HOOG - ONDER, BOVEN)
    return SafeString(
        render_to_string(
            "onderdelen/trechter.svg",
            {
                "titel": titel, "omvang": found.grootte, "breed": BREED, "hoog": HOOG, "links": LINKS, "boven": BOVEN,
                "rechts": BREED - RECHTS, "bodem": HOOG - ONDER, "midden": y.plek(found.midden),
                "merken_x": [{"x": x.plek(mark), "tekst": getal(mark)} for mark in marks_x],
                "merken_y": [
                    {"y": y.plek(mark), "tekst": merktekst(mark, marks_y[1], procent=found.maat.per == 1)}
                    for mark in marks_y
                ],
                "lijnen": _lijnen(found, marks_x[-1], x, y, marks_y[-1]),
                "stippen": [_stip(plek, namen, x, y, schrijf) for plek in found.plekken],
            },
        )
    )  # fmt: skip


def _lijnen(found: Trechter, widest: float, x: As, y: As, top: float) -> list[dict[str, str]]:
    """Return the four limits as lines, within the drawing."""
    sizes = [widest * (part / DELEN) ** 2 for part in range(1, DELEN + 1)]
    edges = [(size, found.maat.grenzen(size)) for size in sizes]
    kinds = (("laag", "g95"), ("hoog", "g95"), ("zeer_laag", "g998"), ("zeer_hoog", "g998"))
    return [
        {
            "klasse": klasse,
            "punten": " ".join(f"{x.plek(size)},{y.plek(min(getattr(edge, side), top))}" for size, edge in edges),
        }
        for side, klasse in kinds
    ]


def _stip(plek: Plek, namen: Mapping[str, str], x: As, y: As, schrijf: Callable[[float], str]) -> dict[str, Any]:
    naam = namen.get(plek.plaats, plek.plaats)
    return {
        "x": x.plek(plek.omvang), "y": y.plek(plek.waarde), "buiten": plek.oordeel.startswith("veel"),
        "klein": plek.oordeel == "te klein", "tekst": f"{naam}: {schrijf(plek.waarde)} van {getal(plek.omvang)}",
    }  # fmt: skip
