"""One agreement: what, who, when, what became of its term, and the decisions about it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from jeugdstelsel.services.overleg import lees_besluiten_over
from jeugdstelsel.standaard.agenda import afspraken, implementatielijnen, opgaven, wetten
from jeugdstelsel.web.onderdelen.agenda import toon_post
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import bekend_op


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponseBase:
    agreement = afspraken().get(code)
    return toon_post(
        request, "afspraken", code, opgaven=opgaven(),
        lijn=implementatielijnen().get(agreement.lijn) if agreement else None,
        wet=wetten().get(agreement.wet) if agreement else None,
        besluiten=lees_besluiten_over(settings.WERKMAP, code, op=bekend_op(request)),
    )  # fmt: skip


PAGINA = Pagina(
    "afspraak/<str:code>",
    "Afspraak",
    _inhoud,
    onder="afspraken",
    schrijft=True,
    voorbeelden=("/afspraak/2.3.1-1",),
    api=("/v1/afspraken/{code}",),
)
