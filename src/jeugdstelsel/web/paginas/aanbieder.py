"""One aanbieder on one page."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from jeugdstelsel.services.aanbieders import aanbieders
from jeugdstelsel.web.onderdelen.profiel import profiel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import kast_van


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponse:
    kast = kast_van(request)
    if code not in kast.namen("aanbieder"):
        raise Http404
    found = profiel(request, "aanbieder", code, kast=kast)
    return found if isinstance(found, HttpResponse) else {**found, "bekend": aanbieders(settings.WERKMAP).get(code)}


PAGINA = Pagina(
    "aanbieder/<str:code>",
    "Aanbieder",
    _inhoud,
    onder="indicatoren",
    api=(
        "/v1/aanbieders/{code}",
        "/v1/cijfers?niveau=aanbieder&plaats={code}",
        "/v1/wachttijden?niveau=aanbieder&plaats={code}",
    ),
)
