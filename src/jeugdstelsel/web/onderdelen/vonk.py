"""A line as small as a word, beside the figure that it is about; it says nothing that the figures do not."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from jeugdstelsel.web.onderdelen.assen import As

BREED, HOOG, RAND = 96, 28, 4


def vonk(waarden: Sequence[float | None]) -> SafeString:
    """Return the drawing of a series from 0, with gaps where nothing is known; empty with fewer than two values."""
    known = [value for value in waarden if value is not None]
    if len(known) < 2:
        return SafeString("")
    x = As(0, len(waarden) - 1, RAND, BREED - RAND)
    y = As(min(0, *known), max(known), HOOG - RAND, RAND)
    pieces = [
        " ".join(f"{x.plek(place)},{y.plek(value)}" for place, value in piece) for piece in _stukken(waarden) if piece
    ]
    return format_html(
        '<svg class="vonk" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true" focusable="false">'
        '<path d="{}"/><circle cx="{}" cy="{}" r="3"/></svg>',
        BREED, HOOG, BREED, HOOG, " ".join(f"M{piece}" for piece in pieces),
        *pieces[-1].split(" ")[-1].split(","),
    )  # fmt: skip


def _stukken(waarden: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """Return the stretches in which every value is known, as (place, value)."""
    pieces: list[list[tuple[int, float]]] = [[]]
    for place, value in enumerate(waarden):
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append((place, value))
    return pieces
