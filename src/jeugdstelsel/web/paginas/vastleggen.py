"""Record what money and signals rest on: changes of the series, prices, effort, results and documented causes."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.store import Register
from jeugdstelsel.web.geldformulier import FORMULIEREN, Formulier, bewaar, in_woorden, vul
from jeugdstelsel.web.pagina import Pagina

SOORTEN = tuple(name for name in FORMULIEREN if name != "drempel")


def _inhoud(request: HttpRequest, register: str) -> Mapping[str, Any] | HttpResponse:
    if register not in SOORTEN:
        raise Http404
    return formulierpagina(request, FORMULIEREN[register], "vastleggen", {"register": register})


def formulierpagina(
    request: HttpRequest, soort: type[Formulier], pagina: str, delen: Mapping[str, str]
) -> Mapping[str, Any] | HttpResponse:
    """Show a form, or take in what was filled in and show the form again, empty or with what is wrong."""
    form, status = _formulier(request, soort)
    if status == 200 and request.method == "POST":
        messages.success(request, "Vastgelegd. Wat er eerst stond, blijft bewaard.")
        return redirect(pagina, **delen)
    lines = reversed(Register(settings.WERKMAP, soort.klasse.register).geschiedenis())
    told = [(line, in_woorden(soort, line.waarde), in_woorden(soort, line.oud) if line.oud else "") for line in lines]
    shown = {"titel": soort.titel, "uitleg": soort.uitleg, "form": form, "regels": told}
    return shown if status == 200 else render(request, f"paginas/{pagina}.html", shown, status=status)


def _formulier(request: HttpRequest, soort: type[Formulier]) -> tuple[Formulier, int]:
    if request.method == "POST":
        form = soort(request.POST)
        return form, bewaar(request, form)
    start = vul(soort, request.GET.get("sleutel", "")) or {
        name: request.GET[name]
        for name in soort.base_fields
        if name in request.GET and name not in ("versie", "gezien")
    }
    return soort(initial=start), 200


PAGINA = Pagina(
    "vastleggen/<slug:register>", "Vastleggen", _inhoud, onder="geld", recht=REGISTERS, schrijft=True,
    voorbeelden=tuple(f"/vastleggen/{name}" for name in SOORTEN),
)  # fmt: skip
