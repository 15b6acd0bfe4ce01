"""The form to make or change a KPI."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.web.basissetformulier import Kpiformulier
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.paginas.vastleggen import formulierpagina


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    return formulierpagina(request, Kpiformulier, "kpi_vastleggen", {})


PAGINA = Pagina(
    "kpis/vastleggen",
    "Kpi vastleggen",
    _inhoud,
    onder="kpis",
    recht=REGISTERS,
    schrijft=True,
    voorbeelden=("/kpis/vastleggen",),
)
