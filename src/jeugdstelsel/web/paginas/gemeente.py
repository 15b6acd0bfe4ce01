"""One gemeente on one page; of one that ended, where its people went."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from jeugdstelsel import standaard
from jeugdstelsel.services.iv3_reeks import destinations
from jeugdstelsel.services.plek import laatste_inwoners
from jeugdstelsel.web.onderdelen.profiel import profiel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import kast_van


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponse:
    places = standaard.gemeenten()
    if code not in places:
        raise Http404
    kast, place = kast_van(request), places[code]
    if place.geldig_tot_en_met and code not in kast.namen("gemeente"):
        return _opgeheven(code)
    found = profiel(request, "gemeente", code, place.jeugdregio, kast)
    if isinstance(found, HttpResponse):
        return found
    before = places.get(request.GET.get("voorheen", ""))
    return {
        **found, "gemeente": place, "regio_naam": standaard.jeugdregios()[place.jeugdregio],
        "provincie": standaard.provincies()[place.provincie], "inwoners": laatste_inwoners("gemeente", code),
        "voorheen": before if before and code in destinations(before.code) and before.code != code else None,
        "naar": [(places[to], to) for to in destinations(code)] if place.geldig_tot_en_met else [],
    }  # fmt: skip


def _opgeheven(code: str) -> Mapping[str, Any] | HttpResponse:
    """Return the way to the gemeente that took over, or a choice when there are more."""
    parts = destinations(code)
    if len(parts) == 1 and code not in parts:
        return HttpResponseRedirect(f"{reverse('gemeente', args=[next(iter(parts))])}?voorheen={code}")
    places = standaard.gemeenten()
    found = [(places[to], f"{float(share):.0%}".replace("%", " %")) for to, share in parts.items()]
    return {"titel": places[code].naam, "opgeheven": places[code], "delen": found}


PAGINA = Pagina(
    "gemeente/<str:code>",
    "Gemeente",
    _inhoud,
    onder="plaatsen",
    voorbeelden=("/gemeente/0363", "/gemeente/0358"),
    api=(
        "/v1/gemeenten/{code}",
        "/v1/cijfers?niveau=gemeente&plaats={code}",
        "/v1/wachttijden?niveau=gemeente&plaats={code}",
        "/v1/iv3-bedragen?gemeente={code}",
        "/v1/cbs-aandelen?gemeente={code}",
        "/v1/indicatoren/jeugdhulpgebruik/vergelijkingen?plaats={code}&groep=grootte",
    ),
)
