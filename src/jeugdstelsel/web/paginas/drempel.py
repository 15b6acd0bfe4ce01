"""Set a threshold of the lights, with an owner, a date and a reason."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import BESLUITEN
from jeugdstelsel.web.geldformulier import Drempelformulier
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.paginas.vastleggen import formulierpagina


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    return formulierpagina(request, Drempelformulier, "drempel", {})


PAGINA = Pagina(
    "drempel", "Drempel van het verkeerslicht", _inhoud, onder="signalen", recht=BESLUITEN, schrijft=True,
    voorbeelden=("/drempel", "/drempel?soort=maatregel&maat=effect"),
)  # fmt: skip
