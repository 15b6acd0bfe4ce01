"""One law or product: its successive plans, and the agreements that wait for it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from jeugdstelsel.standaard.agenda import afspraken, wetten
from jeugdstelsel.web.onderdelen.agenda import toon_post
from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponseBase:
    waiting = [each for each in afspraken().values() if each.wet == code]
    return toon_post(request, "wetten", code, wet=wetten().get(code), afspraken=waiting)


PAGINA = Pagina(
    "wet/<str:code>",
    "Planning",
    _inhoud,
    onder="wetten",
    schrijft=True,
    voorbeelden=("/wet/reikwijdte",),
    api=("/v1/wetten/{code}",),
)
