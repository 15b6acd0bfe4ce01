"""One motion, amendment or commitment, and what is done with it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from jeugdstelsel.standaard.agenda import moties
from jeugdstelsel.web.onderdelen.agenda import toon_post
from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponseBase:
    return toon_post(request, "moties", code, motie=moties().get(code))


PAGINA = Pagina(
    "motie/<str:code>",
    "Motie of toezegging",
    _inhoud,
    onder="moties",
    schrijft=True,
    voorbeelden=("/motie/mt05",),
    api=("/v1/moties/{code}",),
)
