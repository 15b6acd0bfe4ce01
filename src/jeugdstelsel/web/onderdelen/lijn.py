"""A line through time, with gaps where nothing is known and a mark where a series breaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from jeugdstelsel.web.onderdelen.assen import As, merktekst, stappen
from jeugdstelsel.web.templatetags.stelsel import getal, periode

BREED, HOOG, LINKS, RECHTS, BOVEN, ONDER = 720, 300, 76, 16, 16, 44


@dataclass(frozen=True)
class Punt:
    """One value in time; `breuk` says (Dutch) why it cannot be compared with what came before."""

    periode: str
    waarde: float | None
    toestand: str = ""
    status: str = ""
    breuk: str = ""


def lijn(punten: Sequence[Punt], *, titel: str, eenheid: str) -> SafeString:
    """Return the drawing of a series as SVG; empty when no value is known."""
    known = [punt.waarde for punt in punten if punt.waarde is not None]
    if not known:
        return SafeString("")
    marks = stappen(max(known))
    x = As(0, max(len(punten) - 1, 1), LINKS + 10, BREED - RECHTS)
    y = As(marks[0], marks[-1], HOOG - ONDER, BOVEN)
    every = -(-len(punten) // 8)
    dots: list[dict[str, object]] = [
        {
            "x": x.plek(i), "y": None if punt.waarde is None else y.plek(punt.waarde), "punt": punt,
            "tekst": f"{periode(punt.periode)}: {getal(punt.waarde, punt.toestand)}", "label": i % every == 0,
        }
        for i, punt in enumerate(punten)
    ]  # fmt: skip
    return SafeString(
        render_to_string(
            "onderdelen/lijn.svg",
            {
                "titel": titel, "eenheid": eenheid, "breed": BREED, "hoog": HOOG, "links": LINKS,
                "rechts": BREED - RECHTS, "bodem": HOOG - ONDER, "boven": BOVEN, "stukken": _stukken(dots),
                "stippen": dots, "merken": [{"y": y.plek(mark), "tekst": merktekst(mark, marks[1])} for mark in marks],
                "samenvatting": vat_samen(punten, eenheid),
            },
        )
    )  # fmt: skip


def _stukken(dots: Sequence[dict[str, object]]) -> list[str]:
    """Return the lines between neighbours that may be compared."""
    pieces: list[list[str]] = [[]]
    for dot in dots:
        punt = dot["punt"]
        assert isinstance(punt, Punt)
        if dot["y"] is None or punt.breuk:
            pieces.append([])
        if dot["y"] is not None:
            pieces[-1].append(f"{dot['x']},{dot['y']}")
    return [" ".join(piece) for piece in pieces if len(piece) > 1]


def vat_samen(punten: Sequence[Punt], eenheid: str) -> str:
    """Return the conclusion in one sentence: first and last known value, and a break between them.

    A change is told only when both values may be compared and neither is provisional.
    """
    known = [punt for punt in punten if punt.waarde is not None]
    if not known:
        return "Er is geen enkele waarde bekend die mag worden getoond."
    first, last = known[0], known[-1]
    if first is last:
        return f"In {periode(last.periode)}: {getal(last.waarde)} {eenheid}."
    text = (
        f"Van {getal(first.waarde)} in {periode(first.periode)} naar {getal(last.waarde)} "
        f"in {periode(last.periode)} ({eenheid})."
    )
    broken = [punt.breuk for punt in punten[punten.index(first) + 1 :] if punt.breuk]
    if broken:
        return f"{text} Niet vergelijkbaar: {broken[0]}."
    if "voorlopig" in (first.status, last.status):
        return f"{text} Het laatste cijfer is voorlopig: de richting kan nog veranderen."
    return text
