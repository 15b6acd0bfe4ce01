"""One action line: the movement, its actions with their state, and its indicators with source and our figures."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import lees_posten
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.standaard.routekaart import Routekaartindicator, actielijnen, routekaartindicatoren
from jeugdstelsel.web.onderdelen.agenda import posttabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import getal, periode
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kast_van


def _inhoud(request: HttpRequest, nummer: str) -> Mapping[str, Any]:
    line = actielijnen().get(nummer)
    if line is None:
        raise Http404
    op = bekend_op(request)
    posts = [each for each in lees_posten(settings.WERKMAP, "acties", op=op).values() if each.groep == nummer]
    kast = _kast(request)
    return {
        "titel": f"Actielijn {nummer}: {line.titel}", "lijn": line, "doel": line.doel,
        "bekend_op": op, "tabel": posttabel("Acties", posts, op or date.today()), "kast": kast,
        "bewerkt": mag(request, REGISTERS),
        "indicatoren": [
            (each, list(_cijfers(kast, each)))
            for each in routekaartindicatoren().values()
            if each.actielijn == nummer
        ],
    }  # fmt: skip


def _kast(request: HttpRequest) -> Kast | None:
    """Return the figures; None where there was no release yet."""
    try:
        return kast_van(request)
    except GebruikersFout:
        return None


def _cijfers(kast: Kast | None, indicator: Routekaartindicator) -> Iterator[dict[str, Any]]:
    """Yield our figures on an indicator of the document: the latest year of the country, or only the way to them."""
    for code in indicator.onze_indicatoren:
        ours = all_indicators()[code]
        rows = [row for row in kast.reeks(code, "land", "", "jaar") if not row["uitsplitsing"]] if kast else []
        last = rows[-1] if rows else None
        yield {
            "titel": ours.titel,
            "adres": reverse("indicator", args=[code]),
            "eenheid": ours.eenheid,
            "waarde": getal(last["waarde"], last["toestand"]) if last else "",
            "periode": periode(last["periode"]) if last else "",
            "status": last["status"] if last else "",
        }


PAGINA = Pagina(
    "actielijn/<str:nummer>", "Actielijn", _inhoud, onder="actielijnen",
    voorbeelden=tuple(f"/actielijn/{number}" for number in actielijnen()),
    api=("/v1/actielijnen/{nummer}", "/v1/acties?groep={nummer}", "/v1/routekaart-indicatoren?actielijn={nummer}"),
)  # fmt: skip
