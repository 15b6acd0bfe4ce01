"""One aanbieder on one page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from jeugdstelsel.web.onderdelen.profiel import profiel
from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any]:
    return profiel(request, "aanbieder", code)


PAGINA = Pagina("aanbieder/<str:code>", "Aanbieder", _inhoud)
