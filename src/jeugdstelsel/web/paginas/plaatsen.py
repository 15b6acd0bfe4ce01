"""Every gemeente by jeugdregio, and the way to the one that a reader chooses."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import kies


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    if code := request.GET.get("gemeente", "").strip():
        return HttpResponseRedirect(_naar(code, kies(request, "naar", ("gemeente", "wachttijden"), "gemeente")))
    inside: dict[str, list[tuple[str, str]]] = {regio: [] for regio in standaard.jeugdregios()}
    for code, place in standaard.gemeenten_op(date.today()).items():
        inside[place.jeugdregio].append((place.naam, code))
    ended = [(place.naam, code) for code, place in standaard.gemeenten().items() if place.geldig_tot_en_met]
    regios = sorted((naam, code, sorted(inside[code])) for code, naam in standaard.jeugdregios().items())
    return {"regios": regios, "opgeheven": sorted(ended)}


def _naar(code: str, waar: str) -> str:
    if code not in standaard.gemeenten():
        raise GebruikersFout(f"de gemeente '{code[:40]}' bestaat niet. Kies er een uit de lijst.")
    if waar == "wachttijden":
        return f"{reverse('wachttijden')}?gemeente={code}"
    return str(reverse("gemeente", args=[code]))


PAGINA = Pagina(
    "plaatsen",
    "Gemeenten en jeugdregio's",
    _inhoud,
    menu="Gemeenten en jeugdregio's",
    onder="indicatoren",
    volgorde=5,
    voorbeelden=("/plaatsen",),
    api=("/v1/gemeenten?stand=alle", "/v1/jeugdregios"),
)
