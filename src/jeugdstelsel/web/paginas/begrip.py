"""One word with its definitions side by side."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.standaard.begrippen import Begrip, begrippen
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import kies

REGELS: tuple[tuple[str, Callable[[Begrip], str]], ...] = (
    ("Betekenis", lambda each: each.betekenis),
    ("Noemer", lambda each: each.noemer or "geen"),
    ("Ook wel", lambda each: ", ".join(each.ook_wel) or "geen ander woord"),
    ("Bron", lambda each: each.bron),
    ("Vindplaats", lambda each: each.vindplaats),
    ("Geldig vanaf", lambda each: each.geldig_vanaf or "onbekend"),
    ("Geldig tot en met", lambda each: each.geldig_tot or "nu"),
)


def _inhoud(request: HttpRequest, begrip: str) -> Mapping[str, Any]:
    known = begrippen()
    if begrip not in known:
        raise Http404
    own = known[begrip]
    other = kies(request, "naast", ("", *known), "")
    shown = [own, *(each for each in known.values() if each.term == own.term and each is not own)]
    if other and known[other] not in shown:
        shown.append(known[other])
    return {
        "titel": own.term, "begrip": own, "naast": other, "aantal": len(shown),
        "zelfde": all(e.term == own.term for e in shown),
        "keuzen": sorted(known.values(), key=lambda each: (each.term.lower(), each.begrip)),
        "tabel": _naast_elkaar(shown),
        "cijfers": [(code, all_indicators()[code].titel, reverse("indicator", args=[code]), each.begrip)
                    for each in shown for code in each.indicatoren if code in all_indicators()],
    }  # fmt: skip


def _naast_elkaar(shown: Sequence[Begrip]) -> Tabel:
    """Return the definitions as columns, what is said of them as rows."""
    rows = [[Cel(name), *(Cel(say(each)) for each in shown)] for name, say in REGELS]
    heads = [each.begrip if len(shown) > 1 else "Definitie" for each in shown]
    return Tabel("Definities naast elkaar" if len(shown) > 1 else "Definitie", ("Kenmerk", *heads), rows)


PAGINA = Pagina(
    "begrip/<slug:begrip>",
    "Begrip",
    _inhoud,
    onder="begrippen",
    voorbeelden=("/begrip/uitval_eenzijdig", "/begrip/jeugdhulp?naast=jeugdzorg"),
    api=("/v1/begrippen/{begrip}",),
)
