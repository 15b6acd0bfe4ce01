"""The five action lines of the Routekaart at a glance."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.services.agenda import lees_posten
from jeugdstelsel.standaard.routekaart import Actielijn, actielijnen, routekaartindicatoren
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
    day = op or date.today()
    posts = lees_posten(settings.WERKMAP, "acties", op=op).values()
    all_actions = Counter(post.groep for post in posts)
    asking = Counter(post.groep for post in posts if post.signaal(day))
    rows = [_rij(line, all_actions[line.actielijn], asking[line.actielijn]) for line in actielijnen().values()]
    return {"lijnen": actielijnen().values(), "bekend_op": op, "tabel": Tabel("De vijf actielijnen", KOP, rows)}


def _rij(lijn: Actielijn, acties: int, aandacht: int) -> list[Cel]:
    states = Counter(each.toestand for each in routekaartindicatoren().values() if each.actielijn == lijn.actielijn)
    numbers = (
        acties,
        aandacht,
        states.total(),
        *(states[name] for name in ("bron bestaat", "wacht op onderzoek", "nog niet gedefinieerd")),
    )
    link = reverse("actielijn", args=[lijn.actielijn])
    return [Cel(f"{lijn.actielijn}. {lijn.titel}", link), *(Cel(str(number), getal=True) for number in numbers)]


PAGINA = Pagina(
    "actielijnen", "De vijf actielijnen", _inhoud, menu="Actielijnen", volgorde=10, voorbeelden=("/actielijnen",)
)
