"""The releases, and their files as a whole."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, Uitgavekop, Vorm, bladzijde, lijst_van
from jeugdstelsel.services.kast import Blad, bladen
from jeugdstelsel.services.uitgavebestanden import BESTANDEN, Bestand, bestanden_van, json_regels


class Bestandvorm(Vorm):
    """Eén bestand van een uitgave."""

    bestand: str = Field(description="Naam in het adres.")
    naam: str = Field(description="Naam van het bestand als u het ophaalt.")
    uitleg: str
    soort: str = Field(description="Mediatype.")
    bytes: int | None = Field(description="Grootte; leeg als het bestand bij het ophalen wordt gemaakt.")
    adres: str


class Uitgavevorm(Uitgavekop):
    """Eén uitgave met haar bestanden."""

    bestanden: list[Bestandvorm]


def _uitgaven(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(reversed(bladen(settings.WERKMAP))))


def _uitgave(request: HttpRequest, nummer: int) -> Mapping[str, Any]:
    blad = _zoek(nummer)
    names = ("nummer", "moment", "peildatum", "synthetisch")
    return {name: getattr(blad, name) for name in names} | {"bestanden": [_rij(blad, f) for f in bestanden_van(blad)]}


def _rij(blad: Blad, bestand: Bestand) -> Mapping[str, Any]:
    path = blad.map / bestand.naam
    return {
        "bestand": bestand.sleutel, "naam": bestand.naam, "uitleg": bestand.uitleg, "soort": bestand.soort,
        "bytes": path.stat().st_size if path.exists() else None,
        "adres": reverse("v1:bestand", args=[blad.nummer, bestand.sleutel]),
    }  # fmt: skip


def _bestand(request: HttpRequest, nummer: int, bestand: str) -> HttpResponseBase:
    blad = _zoek(nummer)
    found = next((each for each in bestanden_van(blad) if each.sleutel == bestand), None)
    if found is None:
        raise Http404(f"dit bestand is er niet. Kies uit: {', '.join(each.sleutel for each in bestanden_van(blad))}.")
    name = f"uitgave-{blad.nummer}-{found.naam}"
    if found.gemaakt:
        answer = StreamingHttpResponse(json_regels(blad), content_type=found.soort)
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    kept = (blad.map / found.naam).open("rb")
    return FileResponse(kept, as_attachment=True, filename=name, content_type=found.soort)


def _zoek(nummer: int) -> Blad:
    for blad in bladen(settings.WERKMAP):
        if blad.nummer == nummer:
            return blad
    raise Http404(f"uitgave {nummer} bestaat niet. Ze staan in /v1/uitgaven.")


PADEN = (
    Pad(
        "/uitgaven", "uitgaven", "Alle uitgaven", "Elke uitgave van de cijfers, de nieuwste eerst. Een uitgave "
        "verandert nooit; een verbetering is een nieuwe uitgave.",
        _uitgaven, lijst_van("Uitgaven", Uitgavekop), "uitgaven", ("/uitgaven",),
    ),
    Pad(
        "/uitgaven/{nummer}", "uitgave", "Eén uitgave", "De uitgave met de adressen van haar bestanden.",
        _uitgave, Uitgavevorm, "uitgaven", ("/uitgaven/1",),
    ),
    Pad(
        "/uitgaven/{nummer}/bestanden/{bestand}", "bestand", "Een bestand van een uitgave",
        f"Alle cijfers of de beschrijving ervan, als geheel. {BESTANDEN}",
        _bestand, None, "uitgaven", ("/uitgaven/1/bestanden/cijfers-csv", "/uitgaven/1/bestanden/cijfers-json"),
    ),
)  # fmt: skip
