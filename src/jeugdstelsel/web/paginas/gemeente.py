"""One gemeente on one page; of one that ended, where its people went."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from jeugdstelsel import standaard
from jeugdstelsel.services.iv3_reeks import destinations
from jeugdstelsel.services.plek import inwoners
from jeugdstelsel.web.onderdelen.profiel import profiel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import kast_van

JAREN = range(2026, 2018, -1)
"""The years of which the population is known, the last first."""


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
        "provincie": standaard.provincies()[place.provincie], "inwoners": _inwoners(code),
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


def _inwoners(code: str) -> tuple[int, int, int] | None:
    """Return the last year with a known population, with inhabitants and those up to 18."""
    return next(((year, *found) for year in JAREN if (found := inwoners("gemeente", code, year))), None)


PAGINA = Pagina(
    "gemeente/<str:code>", "Gemeente", _inhoud, onder="plaatsen", voorbeelden=("/gemeente/0363", "/gemeente/0358")
)
