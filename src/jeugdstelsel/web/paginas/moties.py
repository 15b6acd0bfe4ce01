"""Motions and commitments of parliament, with what is done with each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.services.agenda import Post, lees_posten
from jeugdstelsel.standaard.agenda import moties
from jeugdstelsel.web.onderdelen.agenda import adres, filter_posten, keuzes, zeg_termijn
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op

KOP = ("Onderwerp", "Soort", "Kamerstuk", "Van", "Wat ermee gebeurt", "Termijn", "Stand", "Aandacht", "Plaats")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op = bekend_op(request)
    day = op or date.today()
    every = list(lees_posten(settings.WERKMAP, "moties", op=op).values())
    shown = filter_posten(request, every, day)
    rows = [_rij(post, day) for post in shown]
    if request.GET.get("formaat") == "csv":
        return als_csv("moties", KOP, [[cell.tekst for cell in row] for row in rows])
    return {
        "filters": keuzes(request, every), "bekend_op": op, "aantal": len(shown), "van": len(every),
        "tabel": Tabel("Moties, amendementen en toezeggingen", KOP, rows), "vraag": request.GET.urlencode(),
        "bewerkt": mag(request, REGISTERS),
    }  # fmt: skip


def _rij(post: Post, dag: date) -> list[Cel]:
    motion = moties().get(post.sleutel)
    number, done = (motion.kamerstuk, motion.uitvoering) if motion else ("–", post.termijn.toelichting or "–")
    texts = (
        post.groep, number, ", ".join(post.wie) or "–", done, zeg_termijn(post.termijn), post.termijn.stand,
        post.signaal(dag), post.plaats,
    )  # fmt: skip
    return [Cel(post.wat, adres(post)), *map(Cel, texts)]


PAGINA = Pagina(
    "moties",
    "Moties en toezeggingen",
    _inhoud,
    menu="Moties",
    onder="afspraken",
    volgorde=4,
    voorbeelden=("/moties", "/moties?aandacht=opvolgen&stand=loopt"),
    api=("/v1/moties",),
)
