"""The five action lines of the Routekaart at a glance."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.services.agenda import Lijnstand, lees_actielijnen
from jeugdstelsel.standaard.routekaart import actielijnen
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vraag import bekend_op

KOP = (
    "Actielijn",
    "Acties",
    "Vragen aandacht",
    "Indicatoren",
    "Bron bestaat",
    "Wacht op onderzoek",
    "Nog niet gedefinieerd",
)


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    op = bekend_op(request)
    rows = [_rij(each) for each in lees_actielijnen(settings.WERKMAP, op=op)]
    return {"lijnen": actielijnen().values(), "bekend_op": op, "tabel": Tabel("De vijf actielijnen", KOP, rows)}


def _rij(stand: Lijnstand) -> list[Cel]:
    states = stand.toestanden
    numbers = (
        stand.acties,
        stand.aandacht,
        sum(states.values()),
        *(states.get(name, 0) for name in ("bron bestaat", "wacht op onderzoek", "nog niet gedefinieerd")),
    )
    link = reverse("actielijn", args=[stand.lijn.actielijn])
    title = f"{stand.lijn.actielijn}. {stand.lijn.titel}"
    return [Cel(title, link), *(Cel(str(number), getal=True) for number in numbers)]


PAGINA = Pagina(
    "actielijnen",
    "De vijf actielijnen",
    _inhoud,
    menu="Actielijnen",
    volgorde=30,
    voorbeelden=("/actielijnen",),
    api=("/v1/actielijnen",),
)
