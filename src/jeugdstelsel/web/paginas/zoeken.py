"""Search by name: gemeenten, regions, figures."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel import standaard
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.web.pagina import Pagina, paginas

MEEST = 40


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    q = request.GET.get("q", "").strip()[:80]
    words = q.lower().split()
    found = [hit for hit in _alles() if words and all(word in hit["naam"].lower() for word in words)]
    found.sort(key=lambda hit: (not hit["naam"].lower().startswith(q.lower()), hit["naam"]))
    return {"q": q, "treffers": found[:MEEST], "aantal": len(found), "meest": MEEST}


def _alles() -> Iterator[dict[str, str]]:
    """Yield everything that can be found by name."""
    for code, gemeente in standaard.gemeenten().items():
        if gemeente.geldig_tot_en_met is None:
            yield {"naam": gemeente.naam, "soort": "gemeente", "adres": reverse("gemeente", args=[code])}
    for code, naam in standaard.jeugdregios().items():
        yield {"naam": naam, "soort": "jeugdregio", "adres": reverse("jeugdregio", args=[code])}
    for indicator in all_indicators().values():
        yield {"naam": indicator.titel, "soort": "cijfer", "adres": reverse("indicator", args=[indicator.code])}
    for naam, pagina in paginas().items():
        if pagina.menu:
            yield {"naam": pagina.titel, "soort": "pagina", "adres": reverse(naam)}


PAGINA = Pagina("zoeken", "Zoeken", _inhoud, voorbeelden=("/zoeken", "/zoeken?q=utrecht"))
