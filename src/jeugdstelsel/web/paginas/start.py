"""The start: the zero-goal, the country in its headlines, and what changed since the release before."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.kast import bladen
from jeugdstelsel.services.monitor import HEADLINES
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import getal, procent
from jeugdstelsel.web.vraag import kast_van


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    if not bladen(settings.WERKMAP):
        return {"leeg": True}
    latest = {row["indicator"]: row for row in kast_van(request).profiel("land", "", "jaar") if not row["uitsplitsing"]}
    rows = [_rij(latest[code]) for code in HEADLINES if code in latest]
    year = max((latest[code]["periode"] for code in HEADLINES if code in latest), default="")
    kop = ("Cijfer", "Jaar", "Waarde", "Eenheid", "Dekking", "Status")
    return {"tabel": Tabel(f"Nederland in {year}", kop, rows)}


def _rij(row: Mapping[str, Any]) -> list[Cel]:
    indicator = all_indicators()[row["indicator"]]
    return [
        Cel(indicator.titel, reverse("indicator", args=[indicator.code])),
        Cel(row["periode"]),
        Cel(getal(row["waarde"], row["toestand"]), getal=True),
        Cel(indicator.eenheid),
        Cel(procent(row["dekking"]), getal=True),
        Cel(row["status"]),
    ]


PAGINA = Pagina("", "Start", _inhoud, menu="Start", volgorde=0, voorbeelden=("/",))
