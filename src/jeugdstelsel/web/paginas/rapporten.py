"""Every report that can be made, for the country or for one place, and the yearly reports that were made final."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.reports.archief import vastgestelde
from jeugdstelsel.reports.maken import FORMATEN
from jeugdstelsel.reports.soort import Soort, soorten
from jeugdstelsel.reports.verzamel import jaren
from jeugdstelsel.services.iv3_reeks import Plaats, find_place
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import bekend_op, kast_van, kies, naam_van

NAAM = {"pdf": "PDF", "html": "webpagina", "xlsx": "werkboek (XLSX)"}


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    """Gather the kinds of report with their downloads, for the place in the address."""
    kast = kast_van(request)
    years = jaren(kast)
    place, year = _plaats(request, kast), kies(request, "jaar", years, years[-1] if years else "")
    day = bekend_op(request)
    asked = {"jaar": year, "bekend_op": day.isoformat() if day else ""}
    if place.code:
        asked[place.soort] = place.code
    query = urlencode({name: value for name, value in asked.items() if value})
    return {
        "plaats": place, "jaar": year, "jaren": years, "bekend_op": day,
        "gemeenten": _op_naam(kast, "gemeente"),
        "regios": _op_naam(kast, "jeugdregio"),
        "rapporten": [_rapport(each, query) for each in soorten().values() if place.soort in each.niveaus],
        "andere": [each for each in soorten().values() if place.soort not in each.niveaus],
        "vastgesteld": [(each, _downloads("jaar", f"jaar={each.jaar}")) for each in vastgestelde(settings.WERKMAP)],
    }  # fmt: skip


def _op_naam(kast: Kast, niveau: str) -> list[tuple[str, str]]:
    """Return the places of a level with their names, in the order of the names."""
    return sorted(((code, naam_van(niveau, code)) for code in kast.namen(niveau)), key=lambda each: each[1])


def _plaats(request: HttpRequest, kast: Kast) -> Plaats:
    """Return the place that the reader chose; raises GebruikersFout when the release has no figures about it."""
    gemeente, regio = request.GET.get("gemeente", ""), request.GET.get("jeugdregio", "")
    if gemeente and regio:
        raise GebruikersFout("kies een gemeente of een jeugdregio, niet allebei.")
    place = find_place(gemeente=gemeente, jeugdregio=regio)
    if place.code and place.code not in kast.namen(place.soort):
        raise GebruikersFout(f"in deze uitgave staan geen cijfers over {place.naam}.")
    return place


def _rapport(soort: Soort, query: str) -> dict[str, Any]:
    return {"soort": soort, "downloads": _downloads(soort.naam, query)}


def _downloads(soort: str, query: str) -> list[tuple[str, str]]:
    """Return the address and the name of each format."""
    return [(f"{reverse('rapport', args=[soort, name])}?{query}", NAAM[name]) for name in FORMATEN]


PAGINA = Pagina(
    "rapporten", "Rapporten", _inhoud, menu="Rapporten", volgorde=55,
    voorbeelden=("/rapporten", "/rapporten?gemeente=0363", "/rapporten?jeugdregio=JZ01"),
    api=("/v1/rapporten", "/v1/vastgestelde-rapporten"),
)  # fmt: skip
