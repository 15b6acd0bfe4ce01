"""Two series of money on one axis, told apart by line and mark as well as by colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from jeugdstelsel.web.onderdelen.assen import As, stappen
from jeugdstelsel.web.templatetags.stelsel import getal

BREED, HOOG, LINKS, RECHTS, BOVEN, ONDER = 720, 300, 76, 24, 16, 40


@dataclass(frozen=True)
class Geldreeks:
    """A series: its name, and per year millions of euro (None: unknown or not at this price level).

    `breuken` are the years that cannot simply be compared with the year before.
    """

    naam: str
    miljoenen: Sequence[float | None]
    breuken: Sequence[int] = ()


def geldlijn(jaren: Sequence[int], eerste: Geldreeks, tweede: Geldreeks, *, titel: str) -> SafeString:
    """Return the drawing of two series over the same years as SVG; both are at one price level."""
    known = [value for reeks in (eerste, tweede) for value in reeks.miljoenen if value is not None]
    marks = stappen(max(known, default=0))
    x, y = As(0, max(len(jaren) - 1, 1), LINKS + 10, BREED - RECHTS), As(marks[0], marks[-1], HOOG - ONDER, BOVEN)
    lines = [
        {
            "naam": reeks.naam,
            "vorm": vorm,
            "stukken": _stukken(reeks, jaren, x, y),
            "stippen": _stippen(reeks, jaren, x, y),
        }
        for reeks, vorm in ((eerste, "rond"), (tweede, "vierkant"))
    ]
    return SafeString(
        render_to_string(
            "onderdelen/geldlijn.svg",
            {
                "titel": titel, "breed": BREED, "hoog": HOOG, "links": LINKS, "rechts": BREED - RECHTS,
                "bodem": HOOG - ONDER, "lijnen": lines,
                "merken": [{"y": y.plek(mark), "tekst": getal(mark)} for mark in marks],
                "breuken": [{"x": x.plek(jaren.index(jaar)), "boven": BOVEN} for jaar in tweede.breuken],
                "jaren": [{"x": x.plek(i), "jaar": str(jaar)} for i, jaar in enumerate(jaren)],
            },
        )
    )  # fmt: skip


def _stippen(reeks: Geldreeks, jaren: Sequence[int], x: As, y: As) -> list[dict[str, object]]:
    return [
        {"x": x.plek(i), "y": y.plek(value), "tekst": f"{reeks.naam} {jaar}: {getal(value)} miljoen euro"}
        for i, (jaar, value) in enumerate(zip(jaren, reeks.miljoenen, strict=True))
        if value is not None
    ]


def _stukken(reeks: Geldreeks, jaren: Sequence[int], x: As, y: As) -> list[str]:
    """Return the lines between years that are both known and may be compared."""
    pieces: list[list[str]] = [[]]
    for i, (jaar, value) in enumerate(zip(jaren, reeks.miljoenen, strict=True)):
        if value is None or jaar in reeks.breuken:
            pieces.append([])
        if value is not None:
            pieces[-1].append(f"{x.plek(i)},{y.plek(value)}")
    return [" ".join(piece) for piece in pieces if len(piece) > 1]
