"""The form to judge an indicator by one of the seven conditions of Bijlage 4."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import VOORSTELLEN
from jeugdstelsel.web.basissetformulier import Oordeelformulier
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.paginas.vastleggen import formulierpagina


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    return formulierpagina(request, Oordeelformulier, "oordeel", {})


PAGINA = Pagina(
    "randvoorwaarden/oordeel", "Beoordeel een indicator", _inhoud, onder="randvoorwaarden",
    recht=VOORSTELLEN, schrijft=True,
    voorbeelden=("/randvoorwaarden/oordeel", "/randvoorwaarden/oordeel?indicator=kosten&voorwaarde=6"),
)  # fmt: skip
