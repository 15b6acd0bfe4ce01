"""What every page shows around its contents: the menu, the release, and whether the country is invented."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.services.kast import bladen
from jeugdstelsel.web.pagina import adressen, paginas
from jeugdstelsel.web.toegang import mag

Rij = Sequence[Mapping[str, str]]
"""A row of the menu: of each link its word, its address, and what a screen reader says of where the reader is."""


def omgeving(request: HttpRequest) -> Mapping[str, Any]:
    """Return the menu that this visitor may use, the label of the latest release, and where the API is the same."""
    releases = bladen(settings.WERKMAP)
    here = _weg(request.resolver_match.url_name or "" if request.resolver_match else "")
    return {
        "menu": _rij(request, "", here),
        "deelmenu": _rij(request, here[-1], here) if here else (),
        "uitgave": releases[-1] if releases else None,
        "api": _api(request),
        "synthetisch": any(blad.synthetisch for blad in releases),
    }


def _api(request: HttpRequest) -> Sequence[str]:
    """Return the addresses of the API that give what this page shows; none for what is no page."""
    match = request.resolver_match
    page = paginas().get(match.url_name or "") if match else None
    return adressen(page, match.kwargs) if page and match else ()


def _weg(naam: str) -> Sequence[str]:
    """Return a page and the pages that it stands under, the nearest first; empty for what is no page."""
    pages, way = paginas(), []
    while naam in pages:
        way.append(naam)
        naam = pages[naam].onder
    return way


def _rij(request: HttpRequest, onder: str, hier: Sequence[str]) -> Rij:
    """Return the pages under a page, beginning with that page itself; `hier` is where the reader is."""
    found = {naam: page for naam, page in paginas().items() if page.menu and page.onder == onder}
    words = {naam: found[naam].menu for naam in sorted(found, key=lambda naam: found[naam].volgorde)}
    if onder and words:
        words = {onder: paginas()[onder].titel, **words}
    marked = next((naam for naam in hier if naam in words), "")
    return [
        {"woord": word, "adres": reverse(naam), "hier": _hier(naam, marked, hier)}
        for naam, word in words.items()
        if mag(request, paginas()[naam].recht)
    ]


def _hier(naam: str, gemerkt: str, hier: Sequence[str]) -> str:
    """Return 'page' for the page itself, 'true' for the page that it stands under, and nothing for another."""
    if naam != gemerkt:
        return ""
    return "page" if naam == hier[0] else "true"
