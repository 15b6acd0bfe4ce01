"""Search by name, with the page of everything that is found."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from jeugdstelsel.services.zoeken import LANGST, Treffer, lijkt_op, zoek
from jeugdstelsel.standaard.routekaart import routekaartindicatoren
from jeugdstelsel.web.onderdelen.plaatsnaam import adres
from jeugdstelsel.web.pagina import Pagina, paginas

MEEST = 40
PAGINA_VAN = {"cijfer": "indicator", "wet of planning": "wet", "motie of toezegging": "motie"}
"""The page of a kind that is not called after it."""
ELDERS: Mapping[str, Callable[[str], str]] = {
    "indicator van de Routekaart": lambda code: adres("actielijn", routekaartindicatoren()[code].actielijn),
    "bron": lambda code: f"{adres('bronnen')}#{code}",
    "pagina": adres,
}
"""The address of what stands on a page of something else."""


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    q = request.GET.get("q", "").strip()[:LANGST]
    found = zoek(settings.WERKMAP, q, _eigen())
    groups: dict[str, list[tuple[Treffer, str]]] = {}
    for hit in found[:MEEST]:
        groups.setdefault(hit.soort, []).append((hit, _adres(hit)))
    return {
        "q": q, "groepen": list(groups.items()), "aantal": len(found), "meest": MEEST,
        "bedoelt": [(hit, _adres(hit)) for hit in lijkt_op(q)] if q and not found else [],
    }  # fmt: skip


def _adres(hit: Treffer) -> str:
    if hit.soort in ELDERS:
        return ELDERS[hit.soort](hit.sleutel)
    return adres(PAGINA_VAN.get(hit.soort, hit.soort), hit.sleutel)


def _eigen() -> Iterator[Treffer]:
    """Yield the pages that are found by their title."""
    for naam, page in paginas().items():
        if page.menu or naam in ("plaatsen", "over", "toegankelijkheid", "opendata"):
            yield Treffer(page.titel, "pagina", naam)


PAGINA = Pagina(
    "zoeken",
    "Zoeken",
    _inhoud,
    voorbeelden=("/zoeken", "/zoeken?q=utrecht", "/zoeken?q=wachttijd"),
    api=("/v1/zoekresultaten?q=wachttijd",),
)
