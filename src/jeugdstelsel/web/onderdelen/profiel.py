"""The profile of one place: every indicator in the latest year beside the country."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.templatetags.stelsel import getal, procent
from jeugdstelsel.web.vraag import kast_van, naam_van

KOP = ("Cijfer", "Jaar", "Waarde", "Nederland", "Eenheid", "Dekking", "Status")


def profiel(request: HttpRequest, niveau: str, code: str) -> Mapping[str, Any]:
    """Return what the page of a place shows; raises Http404 when no figure is about it."""
    kast = kast_van(request)
    here = _laatste(kast.profiel(niveau, code, "jaar"))
    if not here:
        raise Http404
    country = _laatste(kast.profiel("land", "", "jaar"))
    naam = naam_van(niveau, code)
    rows = [_rij(row, country.get(name), niveau) for name, row in sorted(here.items())]
    return {"titel": naam, "naam": naam, "code": code, "tabel": Tabel(f"{naam} en Nederland", KOP, rows)}


def _laatste(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the latest row of each indicator without its own splits."""
    return {row["indicator"]: row for row in rows if not row["uitsplitsing"]}


def _rij(row: Mapping[str, Any], country: Mapping[str, Any] | None, niveau: str) -> list[Cel]:
    indicator = all_indicators()[row["indicator"]]
    address = f"{reverse('indicator', args=[indicator.code])}?niveau={niveau}&plaats={row['plaats']}"
    return [
        Cel(indicator.titel, address),
        Cel(row["periode"]),
        Cel(getal(row["waarde"], row["toestand"]), getal=True),
        Cel(getal(country["waarde"], country["toestand"]) if country else "", getal=True),
        Cel(indicator.eenheid),
        Cel(procent(row["dekking"]), getal=True),
        Cel(row["status"]),
    ]
