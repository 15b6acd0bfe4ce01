"""One action of the Routekaart: who does it, when, and what became of that."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from jeugdstelsel.standaard.routekaart import actielijnen
from jeugdstelsel.web.onderdelen.agenda import toon_post
from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponseBase:
    return toon_post(request, "acties", code, actielijnen=actielijnen())


PAGINA = Pagina(
    "actie/<str:code>",
    "Actie",
    _inhoud,
    onder="actielijnen",
    schrijft=True,
    voorbeelden=("/actie/2.1",),
    api=("/v1/acties/{code}",),
)
