"""Every agreement of the Hervormingsagenda: who does it, when, how far it is and what asks for attention."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.services.agenda import Post, lees_posten
from jeugdstelsel.standaard import agenda
from jeugdstelsel.web.onderdelen.agenda import ALLE, KOP, blader, filter_posten, keuze, keuzes, posttabel, waarden
from jeugdstelsel.web.onderdelen.tabel import als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op = bekend_op(request)
    day = op or date.today()
    every = list(lees_posten(settings.WERKMAP, "afspraken", op=op).values())
    shown = filter_posten(request, _van_opgave(request, every), day)
    if request.GET.get("formaat") == "csv":
        return als_csv("afspraken", KOP, waarden(shown, day))
    part, parts = blader(request, shown)
    goals = [(ALLE, ALLE), *((each.opgave, f"{each.opgave}. {each.titel}") for each in agenda.opgaven().values())]
    lines = [
        (ALLE, ALLE),
        *((each.lijn, f"{each.lijn}. {each.titel}") for each in agenda.implementatielijnen().values()),
    ]
    filters = [keuze(request, "opgave", "Opgave", goals), keuze(request, "lijn", "Implementatielijn", lines)]
    return {
        "filters": [*filters, *keuzes(request, every)], "bekend_op": op, "aantal": len(shown), "van": len(every),
        "tabel": posttabel("Afspraken uit de Hervormingsagenda", part, day), "bladen": parts,
        "vraag": request.GET.urlencode(),
        "bewerkt": mag(request, REGISTERS),
    }  # fmt: skip


def _van_opgave(request: HttpRequest, posten: list[Post]) -> list[Post]:
    """Return the posts of the opgave and the implementatielijn that the address asks for."""
    goal = kies(request, "opgave", (ALLE, *agenda.opgaven()), ALLE)
    line = kies(request, "lijn", (ALLE, *agenda.implementatielijnen()), ALLE)
    known = agenda.afspraken()
    return [
        post
        for post in posten
        if goal in (ALLE, post.groep) and line in (ALLE, (known[post.sleutel].lijn if post.sleutel in known else ""))
    ]


PAGINA = Pagina(
    "afspraken", "Afspraken", _inhoud, menu="Afspraken", volgorde=35,
    voorbeelden=("/afspraken", "/afspraken?opgave=7&wie=Rijk&aandacht=over tijd", "/afspraken?bekend_op=2024-01-01"),
    api=("/v1/afspraken",),
)  # fmt: skip
