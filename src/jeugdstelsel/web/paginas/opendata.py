"""Releases to download, and the API."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    return {}


PAGINA = Pagina("open-data", "Open data en API", _inhoud, voorbeelden=("/open-data",))
