"""Every address: one for each page, the sign-in pages, and the API."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import include, path
from django.views.decorators.http import require_http_methods

from jeugdstelsel.web.pagina import Pagina, paginas
from jeugdstelsel.web.toegang import eis_recht

handler404 = "jeugdstelsel.web.tussenlagen.niet_gevonden"
handler403 = "jeugdstelsel.web.tussenlagen.geen_toegang"
handler500 = "jeugdstelsel.web.tussenlagen.kapot"


def _view(naam: str, pagina: Pagina) -> Any:
    """Return what answers a page: check the right, gather the contents, fill the template."""

    def answer(request: HttpRequest, **delen: str) -> HttpResponseBase:
        eis_recht(request, pagina.recht_voor(request.method))
        found = pagina.inhoud(request, **delen)
        if not isinstance(found, Mapping):
            return found
        return render(request, f"paginas/{naam}.html", {"titel": pagina.titel, **found})

    methods = ["GET", "HEAD", "POST"] if pagina.schrijft else ["GET", "HEAD"]
    return require_http_methods(methods)(answer)


def adressen(bladen: Mapping[str, Pagina]) -> list[Any]:
    """Return every address there is, with these pages."""
    return [
        *(path(pagina.pad, _view(naam, pagina), name=naam) for naam, pagina in bladen.items()),
        path("inloggen/", include("jeugdstelsel.web.inlogadressen")),
        path("v1/", include("jeugdstelsel.api.adressen")),
    ]


urlpatterns = adressen(paginas())
