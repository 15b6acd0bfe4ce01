"""The planning of laws and products: each plan as it was printed, with the ones that slipped."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.services.agenda import Post, Regel, lees_posten
from jeugdstelsel.standaard.agenda import documenten, wetten
from jeugdstelsel.web.onderdelen.agenda import ALLE, adres, keuze, volgens, zeg_termijn
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies

BRONNEN = ("HA", "VB", "RK")
KOP = (
    "Onderwerp", "Verschoven", *(documenten()[name].titel for name in BRONNEN), "Later vastgelegd", "Stand", "Aandacht",
    "Soort",
)  # fmt: skip


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op = bekend_op(request)
    day = op or date.today()
    kinds = (ALLE, *sorted({each.soort for each in wetten().values()}))
    kind = kies(request, "soort", kinds, ALLE)
    shown = [post for post in lees_posten(settings.WERKMAP, "wetten", op=op).values() if kind in (ALLE, post.groep)]
    rows = [_rij(post, day) for post in shown]
    if request.GET.get("formaat") == "csv":
        return als_csv("planning", KOP, [[cell.tekst for cell in row] for row in rows])
    return {
        "filters": [keuze(request, "soort", "Soort", kinds)], "bekend_op": op, "vraag": request.GET.urlencode(),
        "bewerkt": mag(request, REGISTERS),
        "tabel": Tabel("Elke planning zoals zij is gedrukt", KOP, rows), "tijdlijn": _tijdlijn(request, shown),
        "verschoven": sum(post.verschoven for post in shown), "aantal": len(shown),
    }  # fmt: skip


def _rij(post: Post, dag: date) -> list[Cel]:
    titles = [documenten()[name].titel for name in BRONNEN]
    said = {line.wie: zeg_termijn(line.termijn) for line in post.regels if not line.register}
    later = "; ".join(zeg_termijn(line.termijn) for line in post.regels if line.register)
    texts = (
        "ja" if post.verschoven else "nee", *(said.get(title, "geen melding") for title in titles), later or "–",
        post.termijn.stand, post.signaal(dag), post.groep,
    )  # fmt: skip
    return [Cel(post.wat, adres(post)), *map(Cel, texts)]


def _tijdlijn(request: HttpRequest, posten: Iterable[Post]) -> list[tuple[int, list[dict[str, Any]]]]:
    """Return every last day that ever stood, per year, and whether it still stands."""
    days = {
        (line.termijn.uiterlijk, post.sleutel): (
            line.termijn.uiterlijk.year,
            _moment(post, line, volgens(request, line)),
        )
        for post in posten
        for line in post.regels
        if line.termijn.uiterlijk
    }
    found = [days[key] for key in sorted(days)]
    return [(year, [moment for _, moment in each]) for year, each in groupby(found, key=lambda item: item[0])]


def _moment(post: Post, regel: Regel, volgens: str) -> dict[str, Any]:
    day, now = regel.termijn.uiterlijk, post.termijn.uiterlijk
    return {
        "dag": day, "wat": post.wat, "adres": adres(post), "volgens": volgens, "wanneer": regel.termijn.wanneer,
        "nu": now, "vervallen": day != now,
    }  # fmt: skip


PAGINA = Pagina(
    "wetten", "Wetten en planning", _inhoud, menu="Wetten en planning", onder="afspraken", volgorde=3,
    voorbeelden=("/wetten", "/wetten?soort=wet", "/wetten?bekend_op=2025-07-01"),
    api=("/v1/wetten",),
)  # fmt: skip
