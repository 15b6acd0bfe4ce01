"""One action of the Routekaart: who does it, when, and what became of that."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from jeugdstelsel.standaard.routekaart import actielijnen, acties
from jeugdstelsel.web.onderdelen.agenda import toon_post
from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponseBase:
    if code not in acties():
        raise Http404
    return toon_post(request, "acties", code, actielijn=actielijnen()[acties()[code].actielijn])


PAGINA = Pagina("actie/<str:code>", "Actie", _inhoud, schrijft=True, voorbeelden=("/actie/2.1",))
