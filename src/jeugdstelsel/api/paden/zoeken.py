"""Search by name, with the address of everything that is found."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, Vorm, bladzijde, lijst_van
from jeugdstelsel.services.zoeken import LANGST, Treffer, lijkt_op, zoek

NAAM = {"cijfer": "indicator", "wet of planning": "wet", "motie of toezegging": "motie"}
"""The resource of a kind that is not called after it."""
LIJST = {"indicator van de Routekaart": "routekaartindicatoren", "bron": "bronnen"}
"""The list of a kind that has no address for one."""


class Zoekvraag(Bladvraag):
    """Waarnaar u zoekt."""

    q: str = Field(min_length=1, max_length=LANGST, description="Woorden uit de naam, of een code.")


class Treffervorm(Vorm):
    """Iets wat is gevonden."""

    naam: str
    soort: str
    sleutel: str
    adres: str


def _zoek(request: HttpRequest, vraag: Query[Zoekvraag]) -> Mapping[str, Any]:
    found = zoek(settings.WERKMAP, vraag.q)
    page = bladzijde(request, vraag, found)
    hits = [_treffer(each) for each in page["resultaten"]]
    return page | {"resultaten": hits, "bedoelt": [] if found else [_treffer(each) for each in lijkt_op(vraag.q)]}


def _treffer(hit: Treffer) -> Mapping[str, str]:
    if hit.soort in LIJST:
        adres = reverse(f"v1:{LIJST[hit.soort]}")
    else:
        adres = reverse(f"v1:{NAAM.get(hit.soort, hit.soort)}", args=[hit.sleutel])
    return {"naam": hit.naam, "soort": hit.soort, "sleutel": hit.sleutel, "adres": adres}


PADEN = (
    Pad(
        "/zoekresultaten", "zoekresultaten", "Zoeken",
        "Plaatsen, aanbieders, indicatoren, begrippen, afspraken, wetten, moties, maatregelen en bronnen op naam.",
        _zoek, lijst_van("Zoekresultaten", Treffervorm, bedoelt=list[Treffervorm]), "registers",
        ("/zoekresultaten?q=wachttijd", "/zoekresultaten?q=Amsterdm"),
    ),
)  # fmt: skip
