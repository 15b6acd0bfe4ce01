"""All indicators by the goal of the system that they are about."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.web.pagina import Pagina

DOELEN = ("toegankelijkheid", "kwaliteit", "betaalbaarheid")


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    known = sorted(all_indicators().values(), key=lambda item: item.titel)
    return {"doelen": [(doel, [item for item in known if item.stelseldoel == doel]) for doel in DOELEN]}


PAGINA = Pagina("indicatoren", "Cijfers", _inhoud, menu="Cijfers", volgorde=20, voorbeelden=("/indicatoren",))
