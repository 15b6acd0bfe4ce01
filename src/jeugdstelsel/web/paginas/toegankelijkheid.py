"""The accessibility statement."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    return {}


PAGINA = Pagina(
    "toegankelijkheid",
    "Toegankelijkheid",
    _inhoud,
    menu="Toegankelijkheid",
    onder="over",
    volgorde=6,
    voorbeelden=("/toegankelijkheid",),
)
