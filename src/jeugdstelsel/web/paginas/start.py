"""The start: the zero-goal, the country in its headlines, what changed since the release before, and the ways in."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel import standaard
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.kast import Kast, bladen
from jeugdstelsel.services.plek import breuk_tussen, read_verblijf
from jeugdstelsel.services.wijziging import Verschil, read_wijziging
from jeugdstelsel.standaard.routekaart import actielijnen, routekaartindicatoren
from jeugdstelsel.web.onderdelen.bewaard import figuren
from jeugdstelsel.web.onderdelen.lijn import Punt, lijn, vat_samen
from jeugdstelsel.web.onderdelen.plaatsnaam import adres, naam_van_vak
from jeugdstelsel.web.onderdelen.profiel import laatste, verloop
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import cijfer, dekking, eenheid_van, getal, periode
from jeugdstelsel.web.vraag import kast_van

DOELEN: Mapping[str, tuple[str, ...]] = {
    "toegankelijkheid": (
        "jongeren_met_jeugdhulp", "trajecten", "instroom", "uitstroom", "wachttijd_verzoek_toewijzing",
        "wachttijd_toewijzing_start",
    ),
    "kwaliteit": ("uitval", "herhaald_beroep_na_afloop", "koppelbaar", "volledigheid"),
    "betaalbaarheid": ("kosten", "kosten_per_jongere", "trajectduur", "aantal_aanbieders"),
}  # fmt: skip
"""The headlines by the goal of the system that they are about."""
NUL = ("RK4.1", "RK4.3")
"""The indicators of the Routekaart that measure the way to zero."""
MEEST = 10
"""Changed figures of the country that the start shows; the rest is in the list of changes of the release."""


def _inhoud(request: HttpRequest) -> Mapping[str, Any]:
    always = {
        **_nuldoel(),
        "actielijnen": [(each, adres("actielijn", each.actielijn)) for each in actielijnen().values()],
        "gemeenten": sorted((place.naam, code) for code, place in standaard.gemeenten_op(date.today()).items()),
    }
    if not bladen(settings.WERKMAP):
        return {"leeg": True, **always}
    kast = kast_van(request)
    return {**always, "blad": kast.blad, "doelen": _doelen(kast), **_veranderd()}


def _nuldoel() -> dict[str, Any]:
    """Return the figures about growing up away from home, and what of them is not known."""
    cells = read_verblijf()
    breaks = ["", *(breuk_tussen(b.meting, a.periode, b.periode) for a, b in pairwise(cells))]
    points = [
        Punt(cell.periode, cell.waarde, cell.toestand, cell.status, reason)
        for cell, reason in zip(cells, breaks, strict=False)
    ]
    rows = [
        (
            Cel(cell.periode),
            Cel(getal(cell.waarde, cell.toestand), getal=True),
            Cel("op duizend" if "afgerond" in cell.meting else "op vijf"),
            Cel(cell.status),
            Cel("nee" if reason else "ja"),
        )
        for cell, reason in zip(cells, breaks, strict=False)
    ]
    kop = ("Jaar", "Jongeren", "Afgerond", "Status", "Te vergelijken met het jaar ervoor")
    return {
        "nul_laatste": cells[-1] if cells else None,
        "nul_lijn": lijn(points, titel="Jongeren met jeugdhulp met verblijf", eenheid="jongeren"),
        "nul_samenvatting": vat_samen(points, "jongeren"),
        "nul_tabel": Tabel("Jongeren met jeugdhulp met verblijf (CBS)", kop, rows),
        "nul_mist": [routekaartindicatoren()[code] for code in NUL],
        "nul_adres": adres("actielijn", "4"),
    }


def _doelen(kast: Kast) -> list[dict[str, Any]]:
    """Return per goal its headlines, and how many of its figures are published, secret or unknown."""
    found = laatste(figuren(kast, "land", "", "jaar"))
    trend: dict[str, list[Mapping[str, Any]]] = {}
    for row in figuren(kast, "land", "", "kwartaal"):
        if not row["uitsplitsing"]:
            trend.setdefault(row["indicator"], []).append(row)
    return [
        {
            "doel": doel,
            "stand": _stand([row for code, row in found.items() if all_indicators()[code].stelseldoel == doel]),
            "tabel": Tabel(
                f"Nederland: {doel}",
                ("Cijfer", "Jaar", "Waarde", "Per kwartaal", "Eenheid", "Dekking", "Status"),
                [_rij(found[code], trend.get(code, [])) for code in codes if code in found],
            ),
        }
        for doel, codes in DOELEN.items()
    ]


def _stand(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return how many figures are in which state, in words."""
    states = [row["toestand"] for row in rows]
    return ", ".join(f"{states.count(state)} {state}" for state in sorted(set(states)))


def _rij(row: Mapping[str, Any], trend: Sequence[Mapping[str, Any]]) -> Sequence[Cel]:
    indicator = all_indicators()[row["indicator"]]
    return (
        Cel(indicator.titel, reverse("indicator", args=[indicator.code])),
        Cel(periode(row["periode"])),
        Cel(cijfer(row["waarde"], row["toestand"], indicator.eenheid), getal=True),
        verloop(trend, indicator.eenheid),
        Cel(eenheid_van(indicator.eenheid)),
        Cel(dekking(row["dekking"]), getal=True),
        Cel(row["status"]),
    )


def _veranderd() -> dict[str, Any]:
    """Return what the last release changed; only that there is one when nothing can be compared."""
    found = read_wijziging(settings.WERKMAP)
    if found is None:
        return {"eerste_uitgave": len(bladen(settings.WERKMAP)) == 1}
    rows = [_verschil(each) for each in found.landelijk[:MEEST] if each.indicator in all_indicators()]
    kop = ("Cijfer", "Periode", "Was", "Is nu", "Soort")
    return {
        "wijziging": found, "wijziging_meer": max(0, len(found.landelijk) - len(rows)),
        "wijziging_tabel": Tabel(f"Veranderde jaarcijfers van Nederland in uitgave {found.nummer}", kop, rows),
    }  # fmt: skip


def _verschil(each: Verschil) -> Sequence[Cel]:
    indicator = all_indicators()[each.indicator]
    part = f", {naam_van_vak(each.indicator, each.uitsplitsing)}" if each.uitsplitsing else ""
    erratum = each.status_oud == "definitief" and each.toestand_oud == each.toestand_nieuw
    return (
        Cel(f"{indicator.titel}{part}", reverse("indicator", args=[indicator.code])),
        Cel(periode(each.periode)),
        Cel(cijfer(each.oud, each.toestand_oud, indicator.eenheid), getal=True),
        Cel(cijfer(each.nieuw, each.toestand_nieuw, indicator.eenheid), getal=True),
        Cel("hersteld (was definitief)" if erratum else "bijgesteld"),
    )


PAGINA = Pagina(
    "",
    "Start",
    _inhoud,
    menu="Start",
    volgorde=0,
    voorbeelden=("/",),
    api=("/v1/wijzigingen", "/v1/cijfers?niveau=land&periodeSoort=jaar", "/v1/verblijven", "/v1/actielijnen"),
)
