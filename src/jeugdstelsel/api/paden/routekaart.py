"""The Routekaart: its action lines and indicators."""

from collections.abc import Mapping
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Bladvraag, Standvraag, Vorm, bladzijde, lijst_van, vorm_van
from jeugdstelsel.services.agenda import Lijnstand, lees_actielijnen
from jeugdstelsel.standaard.routekaart import Routekaartindicator, routekaartindicatoren


class Lijnvraag(Bladvraag):
    """Van welke actielijn."""

    actielijn: Literal["1", "2", "3", "4", "5"] | None = None


class Lijnvorm(Vorm):
    """Eén actielijn."""

    actielijn: str
    titel: str
    beweging: str
    doel: str = Field(description="Zoals de documenten het noemen; of dat er nog geen is.")
    acties: int
    aandacht: int = Field(description="Hoeveel acties aandacht vragen.")
    indicatoren: dict[str, int] = Field(description="Hoeveel indicatoren, per toestand.")


def _actielijnen(request: HttpRequest, vraag: Query[Standvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, [_lijn(each) for each in lees_actielijnen(settings.WERKMAP, op=vraag.bekend_op)])


def _actielijn(request: HttpRequest, actielijn: str, vraag: Query[Bekendvraag]) -> Mapping[str, Any]:
    for each in lees_actielijnen(settings.WERKMAP, op=vraag.bekend_op):
        if each.lijn.actielijn == actielijn:
            return _lijn(each)
    raise Http404("deze actielijn bestaat niet. Kies 1 tot en met 5.")


def _lijn(stand: Lijnstand) -> Mapping[str, Any]:
    line = stand.lijn
    return {
        "actielijn": line.actielijn, "titel": line.titel, "beweging": line.beweging, "doel": line.doel,
        "acties": stand.acties, "aandacht": stand.aandacht, "indicatoren": stand.toestanden,
    }  # fmt: skip


def _indicatoren(request: HttpRequest, vraag: Query[Lijnvraag]) -> Mapping[str, Any]:
    found = [each for each in routekaartindicatoren().values() if vraag.actielijn in (None, each.actielijn)]
    return bladzijde(request, vraag, found)


PADEN = (
    Pad(
        "/actielijnen", "actielijnen", "Actielijnen",
        "De vijf actielijnen van de Routekaart, met hoe het ervoor staat.",
        _actielijnen, lijst_van("Actielijnen", Lijnvorm), "agenda", ("/actielijnen",),
    ),
    Pad(
        "/actielijnen/{actielijn}", "actielijn", "Eén actielijn",
        "Eén actielijn met haar doel. Haar acties staan in /v1/acties, haar indicatoren in /v1/routekaart-indicatoren.",
        _actielijn, Lijnvorm, "agenda", ("/actielijnen/4",),
    ),
    Pad(
        "/routekaart-indicatoren", "routekaartindicatoren", "Indicatoren van de Routekaart",
        "De 17 indicatoren met hun bron en toestand; 'nog niet gedefinieerd' is geen cijfer en nooit 0.",
        _indicatoren, lijst_van("Routekaartindicatoren", vorm_van(Routekaartindicator)), "agenda",
        ("/routekaart-indicatoren?actielijn=5",),
    ),
)  # fmt: skip
