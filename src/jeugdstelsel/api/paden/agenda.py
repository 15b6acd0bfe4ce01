"""The Routekaart: action lines, their actions and the state of their indicators."""

from collections.abc import Mapping
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, bladzijde, lijst_van, vorm_van
from jeugdstelsel.standaard.routekaart import (
    Actie,
    Actielijn,
    Routekaartindicator,
    actielijnen,
    acties,
    routekaartindicatoren,
)


class Lijnvraag(Bladvraag):
    """Van welke actielijn."""

    actielijn: Literal["1", "2", "3", "4", "5"] | None = None


def _actielijnen(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(actielijnen().values()))


def _acties(request: HttpRequest, vraag: Query[Lijnvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, [e for e in acties().values() if vraag.actielijn in (None, e.actielijn)])


def _indicatoren(request: HttpRequest, vraag: Query[Lijnvraag]) -> Mapping[str, Any]:
    found = [each for each in routekaartindicatoren().values() if vraag.actielijn in (None, each.actielijn)]
    return bladzijde(request, vraag, found)


PADEN = (
    Pad(
        "/actielijnen", "actielijnen", "Actielijnen", "De vijf actielijnen van de Routekaart.",
        _actielijnen, lijst_van("Actielijnen", vorm_van(Actielijn)), "agenda", ("/actielijnen",),
    ),
    Pad(
        "/acties", "acties", "Acties", "De 26 acties van de Routekaart: wat, wie en wanneer.",
        _acties, lijst_van("Acties", vorm_van(Actie)), "agenda", ("/acties", "/acties?actielijn=2"),
    ),
    Pad(
        "/routekaart-indicatoren", "routekaartindicatoren", "Indicatoren van de Routekaart",
        "De 17 indicatoren met hun bron en toestand; 'nog niet gedefinieerd' is geen cijfer en nooit 0.",
        _indicatoren, lijst_van("Routekaartindicatoren", vorm_van(Routekaartindicator)), "agenda",
        ("/routekaart-indicatoren?actielijn=5",),
    ),
)  # fmt: skip
