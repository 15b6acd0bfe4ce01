"""The releases, and their files as a whole."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, Uitgavekop, Vorm, bladzijde, lijst_van, vorm_van
from jeugdstelsel.services.herkomst import lees_herkomst
from jeugdstelsel.services.kast import Blad, bladen
from jeugdstelsel.services.uitgavebestanden import BESTANDEN, MEDIATYPEN, Bestand, bestanden_van, json_regels
from jeugdstelsel.services.wijziging import Verschil, read_wijziging


class Bestandvorm(Vorm):
    """Eén bestand van een uitgave."""

    bestand: str = Field(description="Naam in het adres.")
    naam: str = Field(description="Naam van het bestand als u het ophaalt.")
    uitleg: str
    soort: str = Field(description="Mediatype.")
    bytes: int | None = Field(description="Grootte; leeg als het bestand bij het ophalen wordt gemaakt.")
    adres: str


class Herkomst(Vorm):
    """Waar de cijfers van een uitgave uit komen; leeg of 0 is niet vastgelegd bij deze uitgave."""

    kenmerk: str = Field(description="SHA-256 van de uitgave.")
    grondslag: str
    leveringen: int | None
    kenmerk_leveringen: str
    standaard: str
    regels: int | None
    programma: str


class Uitgavevorm(Uitgavekop):
    """Eén uitgave met haar bestanden."""

    herkomst: Herkomst
    bestanden: list[Bestandvorm]


class Verschilvorm(vorm_van(Verschil)):  # type: ignore[misc]
    """Eén jaarcijfer van Nederland dat anders luidt dan in de uitgave ervoor."""


def _uitgaven(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(reversed(bladen(settings.WERKMAP))))


def _uitgave(request: HttpRequest, nummer: int) -> Mapping[str, Any]:
    blad = _zoek(nummer)
    names = ("nummer", "moment", "peildatum", "synthetisch")
    return {name: getattr(blad, name) for name in names} | {
        "herkomst": _herkomst(blad), "bestanden": [_rij(blad, f) for f in bestanden_van(blad)],
    }  # fmt: skip


def _herkomst(blad: Blad) -> Mapping[str, Any]:
    told = lees_herkomst(blad)
    words = {name: told.get(name) or "" for name in ("kenmerk", "grondslag", "kenmerk_leveringen", "standaard")}
    counts = {name: told.get(name) for name in ("leveringen", "regels")}
    return {**words, **counts, "programma": told.get("programma") or ""}


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
    answer = _open(blad, found, name)
    answer["ETag"] = f'"{lees_herkomst(blad)["kenmerk"][:32]}-{found.sleutel}"'
    return answer


def _open(blad: Blad, bestand: Bestand, naam: str) -> HttpResponseBase:
    if not bestand.gemaakt:
        kept = (blad.map / bestand.naam).open("rb")
        return FileResponse(kept, as_attachment=True, filename=naam, content_type=bestand.soort)
    answer = StreamingHttpResponse(json_regels(blad), content_type=bestand.soort)
    answer["Content-Disposition"] = f'attachment; filename="{naam}"'
    return answer


def _wijzigingen(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    found = read_wijziging(settings.WERKMAP)
    if found is None:
        return bladzijde(request, vraag, []) | {"uitgave": None, "vorige": None, "aantallen": {}}
    page = bladzijde(request, vraag, found.landelijk)
    return page | {"uitgave": found.nummer, "vorige": found.vorige.nummer, "aantallen": dict(found.aantallen)}


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
        MEDIATYPEN,
    ),
    Pad(
        "/wijzigingen", "wijzigingen", "Wat de laatste uitgave veranderde",
        "Hoeveel cijfers anders zijn dan in de uitgave ervoor, per soort wijziging, en welke jaarcijfers van Nederland "
        "dat zijn. Elk ander cijfer staat in het bestand 'wijzigingen' van de uitgave.",
        _wijzigingen,
        lijst_van("Wijzigingen", Verschilvorm, uitgave=int | None, vorige=int | None, aantallen=dict[str, int]),
        "uitgaven", ("/wijzigingen",),
    ),
)  # fmt: skip
