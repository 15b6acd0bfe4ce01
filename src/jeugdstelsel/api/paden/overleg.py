"""Meetings with their decisions, and whether they are held as often as agreed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Standvraag, Vorm, bladzijde, lijst_van
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.overleg import Overlegstand, lees_overleggen, lees_ritme
from jeugdstelsel.standaard.agenda import overlegsoorten


class Overlegvraag(Standvraag):
    """Welke overleggen."""

    soort: str | None = Field(None, max_length=40, description="Soort overleg, zoals in een antwoord.")


class Overlegbesluit(Vorm):
    """Eén besluit van een overleg."""

    besluit: str
    wat: str
    afspraken: list[str] = Field(description="Afspraken waar het over gaat; zij staan in /v1/afspraken.")
    plaats: str


class Vastgelegd(Vorm):
    """Wanneer iets is vastgelegd en waarom; door wie staat niet op de API."""

    dag: date
    waarom: str


class Overlegvorm(Vorm):
    """Eén overleg."""

    overleg: str
    soort: str
    naam: str
    dag: date
    wanneer: str = Field(description="De dag zoals het document die zegt; leeg als de dag vaststaat.")
    gehouden: str = Field(description="ja, nee of onbekend.")
    plaats: str
    besluiten: list[Overlegbesluit]
    geschiedenis: list[Vastgelegd]


class Ritmevorm(Vorm):
    """Hoe vaak een overleg in een jaar is vastgelegd, naast wat is afgesproken."""

    soort: str
    naam: str
    jaar: int
    norm: int = Field(description="Hoe vaak het ten minste is afgesproken.")
    vastgelegd: int
    oordeel: str
    plaats: str


def _overleggen(request: HttpRequest, vraag: Query[Overlegvraag]) -> Mapping[str, Any]:
    held = lees_overleggen(settings.WERKMAP, op=vraag.bekend_op).values()
    return bladzijde(request, vraag, [_overleg(each) for each in held if vraag.soort in (None, each.overleg.soort)])


def _een(request: HttpRequest, overleg: str, vraag: Query[Bekendvraag]) -> Mapping[str, Any]:
    found = lees_overleggen(settings.WERKMAP, op=vraag.bekend_op).get(overleg)
    if found is None:
        raise Http404("dit overleg staat niet in het register. Ze staan in /v1/overleggen.")
    return _overleg(found)


def _overleg(stand: Overlegstand) -> Mapping[str, Any]:
    meeting = stand.overleg
    about = {name: getattr(meeting, name) for name in ("overleg", "soort", "dag", "wanneer", "gehouden", "plaats")}
    return about | {
        "naam": overlegsoorten()[meeting.soort].naam, "besluiten": stand.besluiten,
        "geschiedenis": [{"dag": dag_van(line.wanneer), "waarom": line.waarom} for line in stand.regels],
    }  # fmt: skip


def _ritmes(request: HttpRequest, vraag: Query[Overlegvraag]) -> Mapping[str, Any]:
    rows = [
        {
            "soort": each.soort.soort, "naam": each.soort.naam, "jaar": each.jaar, "norm": each.norm,
            "vastgelegd": each.vastgelegd, "oordeel": each.oordeel, "plaats": each.soort.plaats,
        }
        for each in lees_ritme(settings.WERKMAP, op=vraag.bekend_op)
        if vraag.soort in (None, each.soort.soort)
    ]  # fmt: skip
    return bladzijde(request, vraag, rows)


PADEN = (
    Pad(
        "/overleggen", "overleggen", "Overleggen", "Overleggen met hun besluiten, het laatste eerst.",
        _overleggen, lijst_van("Overleggen", Overlegvorm), "agenda", ("/overleggen",),
    ),
    Pad(
        "/overleggen/{overleg}", "overleg", "Eén overleg", "Eén overleg met zijn besluiten.",
        _een, Overlegvorm, "agenda", ("/overleggen/ov03",),
    ),
    Pad(
        "/overlegritmes", "overlegritmes", "Hoe vaak overleggen zijn gehouden",
        "Vastgelegde overleggen per jaar naast hoe vaak zij zijn afgesproken.",
        _ritmes, lijst_van("Overlegritmes", Ritmevorm), "agenda", ("/overlegritmes",),
    ),
)  # fmt: skip
