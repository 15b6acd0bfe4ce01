"""How the values of places spread: bars with the number of places in each, and where the country lies."""

from collections.abc import Callable, Sequence

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from jeugdstelsel.services.vergelijking import Staaf
from jeugdstelsel.web.onderdelen.assen import As, merktekst, stappen
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.templatetags.stelsel import getal

BREED, HOOG, LINKS, RECHTS, BOVEN, ONDER = 720, 260, 76, 16, 24, 52


def verdeling(
    staven: Sequence[Staaf], *, titel: str, eenheid: str, midden: float | None, schrijf: Callable[[float], str]
) -> SafeString:
    """Return the histogram as SVG; `midden` is the value of the country, drawn as a line. Empty without bars."""
    if not staven:
        return SafeString("")
    marks = stappen(max(bar.aantal for bar in staven), 4)
    x = As(staven[0].van, staven[-1].tot, LINKS, BREED - RECHTS)
    y = As(marks[0], marks[-1], HOOG - ONDER, BOVEN)
    every = -(-len(staven) // 7)
    bars = [
        {
            "x": round(x.plek(bar.van) + 1, 1), "y": y.plek(bar.aantal),
            "breed": round(max(x.plek(bar.tot) - x.plek(bar.van) - 2, 1), 1),
            "hoog": round(HOOG - ONDER - y.plek(bar.aantal), 1), "tekst": f"{bereik(bar, schrijf)}: {bar.aantal}",
        }
        for bar in staven
    ]  # fmt: skip
    edges = [*(bar.van for bar in staven), staven[-1].tot]
    inside = midden is not None and x.laag <= midden <= x.hoog
    return SafeString(
        render_to_string(
            "onderdelen/verdeling.svg",
            {
                "titel": titel, "eenheid": eenheid, "breed": BREED, "hoog": HOOG, "links": LINKS, "boven": BOVEN,
                "rechts": BREED - RECHTS, "bodem": HOOG - ONDER, "staven": bars,
                "merken_x": [
                    {"x": x.plek(edge), "tekst": merktekst(edge, staven[0].tot - staven[0].van, eenheid == "procent")}
                    for edge in edges[::every]
                ],
                "merken_y": [{"y": y.plek(mark), "tekst": getal(mark)} for mark in marks if mark == round(mark)],
                "midden": x.plek(midden) if inside and midden is not None else None,
            },
        )
    )  # fmt: skip


def bereik(staaf: Staaf, schrijf: Callable[[float], str]) -> str:
    """Return the range of a bar in words."""
    return f"{schrijf(staaf.van)} tot {schrijf(staaf.tot)}"


def als_tabel(staven: Sequence[Staaf], bijschrift: str, wat: str, schrijf: Callable[[float], str]) -> Tabel:
    """Return the histogram as a table; the last range includes its upper edge."""
    rows = [(Cel(bereik(bar, schrijf)), Cel(str(bar.aantal), getal=True)) for bar in staven]
    return Tabel(bijschrift, ("Waarde", f"Aantal {wat}"), rows)
