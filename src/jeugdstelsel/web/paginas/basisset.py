"""The set of indicators per report year: what Rijk and VNG established, what waits, and what nobody defined yet."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.access.rollen import VOORSTELLEN
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.basisset import (
    GEEN_SET,
    OPEN,
    Setregel,
    kandidaten,
    lees_basisset,
    lees_voorstellen,
    rapportjaren,
)
from jeugdstelsel.standaard.routekaart import routekaartindicatoren
from jeugdstelsel.web.onderdelen.basisset import indicatorcel
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import dag
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies

KOP = (
    "Indicator", "Versie", "Vanaf rapportjaar", "Betekenis", "Eenheid", "Teller", "Noemer", "Bronnen", "Vastgesteld op",
    "Voorstel", "Uitvoering",
)  # fmt: skip
KOP_KANDIDAAT = ("Indicator", "Betekenis", "Eenheid", "Bronnen", "Versie in het programma", "Stand")
KOP_ROUTEKAART = ("Nummer", "Indicator", "Actielijn", "Bron volgens de Routekaart", "Toestand", "In de basisset")


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op = bekend_op(request)
    year = kies_jaar(request)
    chosen = lees_basisset(settings.WERKMAP, year, op=op)
    rows = [_rij(each) for each in chosen.values()]
    if request.GET.get("formaat") == "csv":
        return als_csv(f"basisset-{year}", KOP, [[cell.tekst for cell in row] for row in rows])
    waiting = {
        each.definitie.indicator for each in lees_voorstellen(settings.WERKMAP, op=op).values() if each.toestand == OPEN
    }
    left = [code for code in kandidaten() if code not in chosen]
    return {
        "jaar": year, "jaren": rapportjaren(), "bekend_op": op, "vraag": request.GET.urlencode(), "geen_set": GEEN_SET,
        "aantal": len(rows), "tabel": Tabel(f"Vastgestelde indicatoren voor rapportjaar {year}", KOP, rows),
        "kandidaten": Tabel("Wat dit programma kan uitrekenen", KOP_KANDIDAAT, _kandidaten(left, waiting)),
        "routekaart": Tabel("De 17 indicatoren van de Routekaart", KOP_ROUTEKAART, _routekaart(set(chosen))),
        "mag_voorstellen": mag(request, VOORSTELLEN),
    }  # fmt: skip


def kies_jaar(request: HttpRequest) -> int:
    """Return the report year that the reader asks for; this year when none is."""
    years = [str(each) for each in rapportjaren()]
    return int(kies(request, "jaar", years, str(date.today().year)))


def _rij(regel: Setregel) -> Sequence[Cel]:
    what = regel.definitie
    return (
        indicatorcel(what.indicator, what.titel), Cel(str(regel.versie), getal=True), Cel(str(regel.vanaf_jaar)),
        *map(Cel, (what.betekenis, what.eenheid, what.teller, what.noemer, what.bronnen)),
        Cel(dag(dag_van(regel.vastgesteld_op))), Cel(regel.voorstel, reverse("voorstel", args=[regel.voorstel])),
        Cel(what.uitvoering),
    )  # fmt: skip


def _kandidaten(codes: Iterable[str], waiting: set[str]) -> list[Sequence[Cel]]:
    found = [kandidaten()[code] for code in codes]
    return [
        (
            indicatorcel(each.indicator, each.titel),
            *map(Cel, (each.betekenis, each.eenheid, each.bronnen, each.programmaversie)),
            Cel("voorgesteld, wacht op besluit" if each.indicator in waiting else "niet vastgesteld"),
        )
        for each in sorted(found, key=lambda each: each.titel)
    ]


def _routekaart(chosen: set[str]) -> list[Sequence[Cel]]:
    return [
        (
            Cel(each.indicator), Cel(each.titel), Cel(each.actielijn, reverse("actielijn", args=[each.actielijn])),
            Cel(each.bron), Cel(each.toestand), Cel(_in_set(each.indicator, each.onze_indicatoren, chosen)),
        )
        for each in routekaartindicatoren().values()
    ]  # fmt: skip


def _in_set(code: str, onze: Iterable[str], chosen: set[str]) -> str:
    """Return with which indicators of the set it is measured."""
    found = [each for each in (code, *onze) if each in chosen]
    return f"ja: {', '.join(found)}" if found else "nee"


PAGINA = Pagina(
    "basisset", "Basisset van indicatoren", _inhoud, menu="Basisset", onder="indicatoren", volgorde=25,
    voorbeelden=("/basisset", "/basisset?jaar=2025&bekend_op=2025-06-01"),
    api=("/v1/basisset-indicatoren", "/v1/kandidaatindicatoren", "/v1/routekaart-indicatoren"),
)  # fmt: skip
