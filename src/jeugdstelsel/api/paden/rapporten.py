"""Reports: every kind that can be made, the yearly reports that were made final, and each as a file."""

from collections.abc import Mapping
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Bladvraag, Moment, Vorm, bladzijde, lijst_van
from jeugdstelsel.reports.archief import geef, vastgestelde
from jeugdstelsel.reports.maken import FORMATEN
from jeugdstelsel.reports.soort import Soort, soorten
from jeugdstelsel.reports.verzamel import Keuze


class Rapportvraag(Bladvraag):
    """Welke rapporten."""

    niveau: Literal["land", "jeugdregio", "gemeente"] | None = None


class Bestandvraag(Bekendvraag):
    """Waarover het rapport gaat; zonder plaats over Nederland, zonder jaar over het laatste."""

    gemeente: str = Field("", max_length=4, description="Code van een gemeente.")
    jeugdregio: str = Field("", max_length=4, description="Code van een jeugdregio.")
    jaar: str = Field("", max_length=4, description="Een jaar waarover cijfers in de uitgave staan.")


class Rapportbestand(Vorm):
    """Eén vorm van een rapport."""

    formaat: str
    mediatype: str
    adres: str


class Rapportvorm(Vorm):
    """Eén soort rapport."""

    rapport: str
    titel: str
    uitleg: str
    niveaus: list[str] = Field(description="Waarover het kan gaan.")
    bestanden: list[Rapportbestand]


class Vastgesteldvorm(Vorm):
    """Een jaarrapport dat is vastgesteld en niet meer verandert; wie dat deed, staat niet op de API."""

    jaar: str
    uitgave: int
    moment: Moment
    waarom: str
    kenmerken: dict[str, str] = Field(description="SHA-256 van elk bestand.")
    bestanden: list[Rapportbestand]


def _rapporten(request: HttpRequest, vraag: Query[Rapportvraag]) -> Mapping[str, Any]:
    found = [each for each in soorten().values() if vraag.niveau in (None, *each.niveaus)]
    return bladzijde(request, vraag, [_rapport(each) for each in found])


def _rapport(soort: Soort) -> Mapping[str, Any]:
    return {
        "rapport": soort.naam, "titel": soort.titel, "uitleg": soort.uitleg, "niveaus": soort.niveaus,
        "bestanden": _bestanden(soort.naam),
    }  # fmt: skip


def _bestanden(rapport: str, vraag: str = "") -> list[Mapping[str, str]]:
    return [
        {"formaat": name, "mediatype": kind.soort, "adres": reverse("v1:rapportbestand", args=[rapport, name]) + vraag}
        for name, kind in FORMATEN.items()
    ]


def _vastgestelde(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    rows = [
        {
            "jaar": each.jaar, "uitgave": each.uitgave, "moment": each.wanneer, "waarom": each.waarom,
            "kenmerken": each.bestanden, "bestanden": _bestanden("jaar", f"?jaar={each.jaar}"),
        }
        for each in vastgestelde(settings.WERKMAP)
    ]  # fmt: skip
    return bladzijde(request, vraag, rows)


def _bestand(request: HttpRequest, rapport: str, formaat: str, vraag: Query[Bestandvraag]) -> HttpResponse:
    if rapport not in soorten() or formaat not in FORMATEN:
        raise Http404(f"dit rapport is er niet. Kies een uit /v1/rapporten, als {', '.join(FORMATEN)}.")
    choice = Keuze(vraag.gemeente, vraag.jeugdregio, vraag.jaar, vraag.bekend_op)
    found = geef(settings.WERKMAP, rapport, choice, formaat)
    answer = HttpResponse(found.inhoud, content_type=found.soort)
    answer["Content-Disposition"] = f'attachment; filename="{found.naam}"'
    return answer


PADEN = (
    Pad(
        "/rapporten", "rapporten", "Rapporten", "Elk soort rapport, met de adressen van zijn bestanden.",
        _rapporten, lijst_van("Rapporten", Rapportvorm), "rapporten", ("/rapporten?niveau=gemeente",),
    ),
    Pad(
        "/rapporten/{rapport}/bestanden/{formaat}", "rapportbestand", "Een rapport als bestand",
        "Een rapport als toegankelijke PDF, webpagina of werkboek, gemaakt uit dezelfde cijfers; een vastgesteld "
        "jaarrapport zoals het is bewaard.",
        _bestand, None, "rapporten", ("/rapporten/jongeren/bestanden/html",),
        tuple(kind.soort for kind in FORMATEN.values()),
    ),
    Pad(
        "/vastgestelde-rapporten", "vastgestelderapporten", "Vastgestelde jaarrapporten",
        "Jaarrapporten die niet meer veranderen, met het kenmerk van elk bestand.",
        _vastgestelde, lijst_van("Vastgestelderapporten", Vastgesteldvorm), "rapporten", ("/vastgestelde-rapporten",),
    ),
)  # fmt: skip
