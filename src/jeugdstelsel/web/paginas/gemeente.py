"""One gemeente on one page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from jeugdstelsel.web.onderdelen.profiel import profiel
from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any]:
    return profiel(request, "gemeente", code)


PAGINA = Pagina("gemeente/<str:code>", "Gemeente", _inhoud, voorbeelden=("/gemeente/0363",))
