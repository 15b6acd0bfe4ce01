"""One jeugdregio on one page, with its gemeenten."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel import standaard
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.web.onderdelen.bewaard import alle_plaatsen
from jeugdstelsel.web.onderdelen.profiel import profiel
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import cijfer, getal
from jeugdstelsel.web.vraag import kast_van

KOLOMMEN = (
    ("jeugdhulpgebruik", "Jeugdhulpgebruik", "aandeel"),
    ("wachttijd_toewijzing_start", "Wachttijd toewijzing tot start (dagen)", "dagen"),
    ("trajecten", "Trajecten", "trajecten"),
)


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponse:
    if code not in standaard.jeugdregios():
        raise Http404
    kast = kast_van(request)
    found = profiel(request, "jeugdregio", code, kast=kast)
    return found if isinstance(found, HttpResponse) else {**found, "gemeenten": _gemeenten(kast, code)}


def _gemeenten(kast: Kast, regio: str) -> Tabel:
    """Return the gemeenten of a region by name, with a few figures of the last year."""
    columns = []
    when = ""
    for code, _, unit in KOLOMMEN:
        years = kast.perioden(code, "gemeente").get("jaar", [])
        rows = alle_plaatsen(kast, code, "gemeente", years[-1]) if years else []
        when = max(when, *years) if years else when
        columns.append({row["plaats"]: cijfer(row["waarde"], row["toestand"], unit) for row in rows})
    today = standaard.gemeenten_op(date.today())
    inside = sorted((place.naam, code) for code, place in today.items() if place.jeugdregio == regio)
    people = standaard.bevolking_per_gemeente(int(when)) if when else {}
    lines = [
        (
            Cel(naam, reverse("gemeente", args=[code])),
            Cel(getal(people[code].inwoners) if code in people else "onbekend", getal=True),
            *(Cel(column.get(code, "onbekend"), getal=True) for column in columns),
        )
        for naam, code in inside
    ]
    kop = ("Gemeente", "Inwoners", *(title for _, title, _ in KOLOMMEN))
    return Tabel(f"De gemeenten van {standaard.jeugdregios()[regio]}{f' in {when}' if when else ''}", kop, lines)


PAGINA = Pagina(
    "jeugdregio/<str:code>",
    "Jeugdregio",
    _inhoud,
    onder="plaatsen",
    voorbeelden=("/jeugdregio/JZ01",),
    api=(
        "/v1/jeugdregios/{code}",
        "/v1/cijfers?niveau=jeugdregio&plaats={code}",
        "/v1/wachttijden?niveau=jeugdregio&plaats={code}",
        "/v1/iv3-bedragen?jeugdregio={code}",
        "/v1/cbs-aandelen?jeugdregio={code}",
        "/v1/indicatoren/jeugdhulpgebruik/vergelijkingen?gebied=jeugdregio&plaats={code}&groep=alle",
    ),
)
