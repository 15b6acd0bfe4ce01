"""What this monitor is, for whom, and how its figures come about."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from jeugdstelsel.web.pagina import Pagina


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    return {}


PAGINA = Pagina("over", "Over deze monitor", _inhoud, menu="Uitleg", volgorde=70, voorbeelden=("/over",))
