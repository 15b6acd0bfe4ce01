"""The form to say which indicator shows the effort for a measure or agreement, or its effect."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.web.basissetformulier import Koppelformulier
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.paginas.vastleggen import formulierpagina


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    return formulierpagina(request, Koppelformulier, "koppelen", {})


PAGINA = Pagina(
    "meetbaarheid/koppelen", "Koppel een indicator", _inhoud, onder="meetbaarheid", recht=REGISTERS, schrijft=True,
    voorbeelden=("/meetbaarheid/koppelen", "/meetbaarheid/koppelen?waaraan=m02&kant=effect"),
)  # fmt: skip
