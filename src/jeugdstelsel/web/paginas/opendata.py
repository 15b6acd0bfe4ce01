"""Releases to download, what each changed, and the API."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.kast import Blad, bladen
from jeugdstelsel.services.release import read_catalogus
from jeugdstelsel.services.uitgavebestanden import Bestand, bestanden_van
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import dag, getal

ERRATA = "errata.md"
API = (
    ("/v1/indicatoren", "indicatoren met hun definitie"),
    ("/v1/cijfers?indicator=trajecten&niveau=gemeente&periodeSoort=jaar", "cijfers van één indicator"),
    ("/v1/uitgaven", "uitgaven en hun bestanden"),
    ("/v1/begrippen", "begrippen"),
    ("/v1/bronnen", "bronnen"),
    ("/v1/gemeenten", "gemeenten"),
    ("/v1/jeugdregios", "jeugdregio's"),
    ("/v1/actielijnen", "actielijnen van de Routekaart"),
    ("/v1/acties", "acties"),
    ("/v1/afspraken", "afspraken, met wat er eerder gold"),
    ("/v1/aansluitregels?niveau=land", "berichten naast Beleidsinformatie en Iv3"),
    ("/v1/kostenveranderingen?gebied=NL", "waardoor de kosten veranderden"),
    ("/v1/maatregelen", "maatregelen en hun besparing"),
    ("/v1/budgetregels", "de budgetreeks"),
    ("/v1/iv3-bedragen?gemeente=0363", "uitgaven van een gemeente volgens Iv3"),
)


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    releases = list(reversed(bladen(settings.WERKMAP)))
    if not releases:
        return {"leeg": True, "api": API}
    blad = _kies(request, releases)
    return {
        "blad": blad, "uitgaven": releases, "catalogus": read_catalogus(settings.WERKMAP), "api": API,
        "bestanden": Tabel(
            f"Bestanden van uitgave {blad.nummer}", ("Bestand", "Wat erin staat", "Grootte"),
            [_rij(blad, each) for each in bestanden_van(blad)],
        ),
        **_wijzigingen(blad),
    }  # fmt: skip


def _kies(request: HttpRequest, releases: list[Blad]) -> Blad:
    """Return the release that the reader asks for, by default the latest."""
    text = request.GET.get("uitgave") or str(releases[0].nummer)
    if not text.isdecimal():
        raise GebruikersFout("'uitgave' hoort een nummer te zijn.")
    for blad in releases:
        if blad.nummer == int(text):
            return blad
    raise Http404


def _rij(blad: Blad, bestand: Bestand) -> list[Cel]:
    path = blad.map / bestand.naam
    size = f"{getal(round(path.stat().st_size / 1000))} kB" if path.exists() else "wordt bij het ophalen gemaakt"
    return [
        Cel(bestand.naam, reverse("v1:bestand", args=[blad.nummer, bestand.sleutel])),
        Cel(bestand.uitleg),
        Cel(size, getal=True),
    ]


@cache
def _wijzigingen(blad: Blad) -> Mapping[str, Any]:
    """Return what a release changed, as it tells itself: sentences, and a table of counts per indicator."""
    path = blad.map / ERRATA
    if not path.exists():
        return {"zinnen": [], "wijzigingen": None}
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line]
    rows = list(_cellen(lines))
    told = [line for line in lines if line[0] not in "|#*"]
    cells = [[Cel(row[0]), *(Cel(cell, getal=True) for cell in row[1:])] for row in rows[2:]]
    table = (
        Tabel(f"Wat uitgave {blad.nummer} veranderde, van {dag(blad.moment.date())}", rows[0], cells) if cells else None
    )
    return {"zinnen": told, "wijzigingen": table}


def _cellen(lines: list[str]) -> Iterator[list[str]]:
    for line in lines:
        if line.startswith("|"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


PAGINA = Pagina(
    "open-data",
    "Open data en API",
    _inhoud,
    menu="Open data",
    onder="over",
    volgorde=5,
    voorbeelden=("/open-data", "/open-data?uitgave=1"),
    api=("/v1/uitgaven", "/v1/openapi.json"),
)
