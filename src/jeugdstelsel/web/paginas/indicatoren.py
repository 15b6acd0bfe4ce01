"""All indicators by the goal of the system that they are about, with their last figure of the country."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import Indicator
from jeugdstelsel.services.kast import bladen
from jeugdstelsel.standaard.routekaart import routekaartindicatoren
from jeugdstelsel.web.onderdelen.bewaard import figuren
from jeugdstelsel.web.onderdelen.profiel import laatste
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import cijfer, dekking, eenheid_van, periode
from jeugdstelsel.web.vraag import bekend_op, kast_van

DOELEN = ("toegankelijkheid", "kwaliteit", "betaalbaarheid")
KOP = ("Cijfer", "Eenheid", "Jaar", "Nederland", "Dekking", "Status", "Routekaart")


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    kast = kast_van(request) if bladen(settings.WERKMAP) else None
    rows = laatste(figuren(kast, "land", "", "jaar")) if kast else {}
    known = sorted(all_indicators().values(), key=lambda item: item.titel)
    tables = [
        (doel, Tabel(f"Cijfers over {doel}", KOP, [_rij(each, rows) for each in known if each.stelseldoel == doel]))
        for doel in DOELEN
    ]
    return {"doelen": tables, "blad": kast.blad if kast else None, "bekend_op": bekend_op(request)}


def _rij(indicator: Indicator, rows: Mapping[str, Mapping[str, Any]]) -> Sequence[Cel]:
    row = rows.get(indicator.code)
    lines = [each.indicator for each in routekaartindicatoren().values() if indicator.code in each.onze_indicatoren]
    return (
        Cel(indicator.titel, reverse("indicator", args=[indicator.code])),
        Cel(eenheid_van(indicator.eenheid)),
        Cel(periode(row["periode"]) if row else ""),
        Cel(_waarde(row, indicator), getal=True),
        Cel(dekking(row["dekking"]) if row else "", getal=True),
        Cel(row["status"] if row else ""),
        Cel(", ".join(lines)),
    )


def _waarde(row: Mapping[str, Any] | None, indicator: Indicator) -> str:
    """Return the figure; one that only has splits of its own has no single value."""
    if row is None:
        return "alleen uitgesplitst" if "uitsplitsing" in indicator.extra else "onbekend"
    return cijfer(row["waarde"], row["toestand"], indicator.eenheid)


PAGINA = Pagina(
    "indicatoren",
    "Cijfers",
    _inhoud,
    menu="Cijfers",
    volgorde=20,
    voorbeelden=("/indicatoren",),
    api=("/v1/indicatoren", "/v1/cijfers?niveau=land&periodeSoort=jaar"),
)
