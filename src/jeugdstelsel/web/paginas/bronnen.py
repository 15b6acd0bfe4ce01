"""The sources of all figures: whose they are, on what ground, and what came in."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jeugdstelsel.services.bronnen import read_bronnen
from jeugdstelsel.services.stand import Bronmeting, bronstand
from jeugdstelsel.standaard.bronregister import Databron
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import procent
from jeugdstelsel.web.vraag import bekend_op

KOP = ("Bron", "Eigenaar", "Frequentie", "Laatste levering of periode", "Volledigheid", "Gemeten aan")
ONBEKEND = Bronmeting("", None, "")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    sources = list(read_bronnen(settings.WERKMAP).values())
    blad, measured = bronstand(settings.WERKMAP, bekend_op(request))
    rows = [_rij(each, measured.get(each.bron, ONBEKEND)) for each in sources]
    if request.GET.get("formaat") == "csv":
        return als_csv("bronnen", KOP, [[cell.tekst for cell in row] for row in rows])
    return {
        "tabel": Tabel("Alle bronnen en wat er van binnen is", KOP, rows),
        "bronnen": sources, "blad": blad, "bekend_op": bekend_op(request),
    }  # fmt: skip


def _rij(bron: Databron, stand: Bronmeting) -> list[Cel]:
    return [
        Cel(bron.naam, f"#{bron.bron}"), Cel(bron.eigenaar), Cel(bron.frequentie), Cel(stand.laatste or "onbekend"),
        Cel(procent(stand.volledigheid) or "onbekend", getal=True), Cel(stand.gemeten_aan),
    ]  # fmt: skip


PAGINA = Pagina(
    "bronnen",
    "Bronnen",
    _inhoud,
    menu="Bronnen",
    onder="over",
    volgorde=2,
    voorbeelden=("/bronnen",),
    api=("/v1/bronnen",),
)
