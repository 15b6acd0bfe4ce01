"""The seven conditions of Bijlage 4: which indicators of the set meet them, and whether the set as a whole does."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.services.basisset import GEEN_SET, Definitie, kandidaten, lees_basisset, rapportjaren
from jeugdstelsel.services.basisset_toets import VOLDOET, Setoordeel, Toets, toets, toets_set
from jeugdstelsel.standaard.basisset import randvoorwaarden
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.paginas.basisset import kies_jaar
from jeugdstelsel.web.vraag import bekend_op

KOP = ("Voorwaarde", "Wat wordt gevraagd", "Wat wij nagaan", "Voldoen eraan", "Uitkomst", "Plaats")
MAX_NAMEN = 5


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op, year = bekend_op(request), kies_jaar(request)
    chosen = [line.definitie for line in lees_basisset(settings.WERKMAP, year, op=op).values()]
    tested = chosen or sorted(kandidaten().values(), key=lambda each: each.titel)
    found = toets(settings.WERKMAP, tested, op=op)
    head = ("Indicator", *(f"{each.nummer}. {each.titel}" for each in randvoorwaarden().values()))
    rows = _rijen(tested, found)
    if request.GET.get("formaat") == "csv":
        return als_csv(f"randvoorwaarden-{year}", head, [[cell.tekst for cell in row] for row in rows])
    verdict = toets_set(found)
    titles = {each.indicator: each.titel for each in tested}
    return {
        "jaar": year, "jaren": rapportjaren(), "bekend_op": op, "vraag": request.GET.urlencode(),
        "vastgesteld": bool(chosen), "geen_set": GEEN_SET, "aantal": len(tested),
        "mist": [each.voorwaarde for each in verdict if not each.geslaagd],
        "oordeel": Tabel("De voorwaarden en wie eraan voldoen", KOP, [_oordeel(each, titles) for each in verdict]),
        "tabel": Tabel("Elke indicator langs de zeven voorwaarden", head, rows),
    }  # fmt: skip


def _rijen(tested: Iterable[Definitie], found: Mapping[str, Sequence[Toets]]) -> list[Sequence[Cel]]:
    return [
        (
            Cel(each.titel, reverse("randvoorwaarde", args=[each.indicator])),
            *(Cel(one.uitkomst) for one in found[each.indicator]),
        )
        for each in tested
    ]


def _oordeel(each: Setoordeel, titles: Mapping[str, str]) -> Sequence[Cel]:
    names = [titles[code] for code in each.voldoen]
    more = f" en nog {len(names) - MAX_NAMEN}" if len(names) > MAX_NAMEN else ""
    condition = each.voorwaarde
    return [*map(Cel, (
        f"{condition.nummer}. {condition.titel}", condition.betekenis, condition.nagegaan,
        ", ".join(names[:MAX_NAMEN]) + more if names else "geen enkele indicator",
        VOLDOET if each.geslaagd else "voldoet niet: geen enkele indicator haalt deze voorwaarde", condition.plaats,
    ))]  # fmt: skip


PAGINA = Pagina(
    "randvoorwaarden", "Zeven voorwaarden aan de indicatoren", _inhoud, menu="Zeven voorwaarden",
    onder="indicatoren", volgorde=35,
    voorbeelden=("/randvoorwaarden", "/randvoorwaarden?jaar=2025&bekend_op=2026-02-01"),
    api=("/v1/randvoorwaarden", "/v1/randvoorwaardetoetsen"),
)  # fmt: skip
