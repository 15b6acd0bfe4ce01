"""How good the data are: the scores that say so, and what defects do to figures."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, Vorm, als_rij, bladzijde, lijst_van, vorm_van
from jeugdstelsel.indicators.gebreken import Gevolg, gebreken
from jeugdstelsel.services.kwaliteit import SCORES, Score, describe


class Scorevorm(vorm_van(Score)):  # type: ignore[misc]
    """Eén score over de kwaliteit van gegevens; haar cijfers staan in /v1/cijfers."""

    titel: str
    betekenis: str
    eenheid: str


class Gevolgvorm(vorm_van(Gevolg)):  # type: ignore[misc]
    """Wat een gebrek met een indicator doet."""


class Gebrekvorm(Vorm):
    """Eén gebrek in gegevens dat een afzender kan herstellen."""

    code: str
    knelpunt: str
    titel: str
    herstel: str
    gevolgen: list[Gevolgvorm] = Field(description="Wordt het cijfer hoger, lager, wisselt het of is dat onbekend.")


def _scores(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    names = ("titel", "betekenis", "eenheid")
    rows = [als_rij(each, **{name: describe(each.indicator)[name] for name in names}) for each in SCORES]
    return bladzijde(request, vraag, rows)


def _gebreken(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, gebreken())


PADEN = (
    Pad(
        "/kwaliteitsscores", "kwaliteitsscores", "Scores over de kwaliteit van gegevens",
        "Welke indicatoren iets zeggen over de gegevens zelf, over welk knelpunt, en of hoog of laag goed is.",
        _scores, lijst_van("Kwaliteitsscores", Scorevorm), "kwaliteit", ("/kwaliteitsscores",),
    ),
    Pad(
        "/gebreken", "gebreken", "Gebreken en hun gevolgen", "Wat een gebrek in gegevens met welke cijfers doet.",
        _gebreken, lijst_van("Gebreken", Gebrekvorm), "kwaliteit", ("/gebreken",),
    ),
)  # fmt: skip
