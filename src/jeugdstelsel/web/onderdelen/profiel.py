"""The profile of one place on one page: key figures beside region and country, waiting, money, CBS and data quality."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.services.kwaliteit import SCORES
from jeugdstelsel.services.wachttijden import INTERVALLEN, wachttijden_van, zin
from jeugdstelsel.web.onderdelen.bewaard import figuren
from jeugdstelsel.web.onderdelen.buren import buren
from jeugdstelsel.web.onderdelen.plaatsgeld import cbs_aandeel, geld
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_bestand
from jeugdstelsel.web.onderdelen.tijdreeks import BESTAND, bestandsrij
from jeugdstelsel.web.onderdelen.vonk import vonk
from jeugdstelsel.web.templatetags.stelsel import cijfer, dekking, eenheid_van, periode, procent
from jeugdstelsel.web.vraag import bekend_op, kast_van, kies, naam_van

KERN = (
    "jeugdhulpgebruik", "jongeren_met_jeugdhulp", "trajecten", "instroom", "uitstroom", "trajectduur", "uitval",
    "kosten_per_jongere", "kosten", "aantal_aanbieders",
)  # fmt: skip
KWALITEIT = {score.indicator: score for score in SCORES}
WACHTEN = tuple(code for each in INTERVALLEN for code in (each.code, each.p90))
Rijen = Mapping[str, Mapping[str, Any]]


def profiel(
    request: HttpRequest, niveau: str, code: str, regio: str = "", kast: Kast | None = None
) -> Mapping[str, Any] | HttpResponse:
    """Return what the page of a place shows, or the file that is asked for; `regio` is the jeugdregio it lies in."""
    kast = kast or kast_van(request)
    naam, years = naam_van(niveau, code), figuren(kast, niveau, code, "jaar")
    if request.GET.get("formaat"):
        return _bestand(request, kast, niveau, code, years)
    here, country = laatste(years), laatste(figuren(kast, "land", "", "jaar"))
    region = laatste(figuren(kast, "jeugdregio", regio, "jaar")) if regio else {}
    trend = _verloop(figuren(kast, niveau, code, "kwartaal"))
    rest = [name for name in sorted(here) if name not in (*KERN, *WACHTEN, *KWALITEIT)]
    show = _Tonen(niveau, here, region, country, trend, regio)
    return {
        "titel": naam, "naam": naam, "code": code, "niveau": niveau, "blad": kast.blad, "regio": regio,
        "bekend_op": bekend_op(request), "heeft_cijfers": bool(here),
        "kern": show.tabel(f"{naam} in het kort", [name for name in KERN if name in here]),
        "kwaliteit": show.tabel("Scores van de gegevens", [name for name in KWALITEIT if name in here]),
        "overig": show.tabel("Andere cijfers", rest),
        **_wachten(kast, niveau, code),
        **(geld(settings.WERKMAP, niveau, code, naam) if niveau != "aanbieder" else {}),
        **({"cbs": cbs_aandeel(settings.WERKMAP, _cbs_code(niveau, code))} if niveau != "aanbieder" else {}),
        **(buren(request, kast, niveau, code) if niveau != "aanbieder" else {}),
    }  # fmt: skip


def laatste(rows: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Return the latest row of each indicator: the whole, or the split that stands for it ('alle')."""
    return {row["indicator"]: row for row in rows if row["uitsplitsing"] in ("", "alle")}


def _verloop(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row["uitsplitsing"] in ("", "alle"):
            found.setdefault(row["indicator"], []).append(row)
    return found


def _cbs_code(niveau: str, code: str) -> str:
    return f"GM{code}" if niveau == "gemeente" else code


class _Tonen:
    """Writes rows about one place beside its region and the country."""

    def __init__(
        self, niveau: str, here: Rijen, region: Rijen, country: Rijen,
        trend: Mapping[str, list[Mapping[str, Any]]], regio: str,
    ) -> None:  # fmt: skip
        self._niveau, self._here, self._region, self._country = niveau, here, region, country
        self._trend, self._regio = trend, regio

    def tabel(self, bijschrift: str, codes: Sequence[str]) -> Tabel:
        """Return a table of these indicators."""
        region = (naam_van("jeugdregio", self._regio),) if self._regio else ()
        kop = ("Cijfer", "Jaar", "Waarde", "Per kwartaal", *region, "Nederland", "Eenheid", "Dekking", "Status")
        return Tabel(bijschrift, kop, [self._rij(code) for code in codes])

    def _rij(self, code: str) -> Sequence[Cel]:
        row, indicator = self._here[code], all_indicators()[code]
        address = f"{reverse('indicator', args=[code])}?niveau={self._niveau}&plaats={row['plaats']}"
        beside = (self._region, self._country) if self._regio else (self._country,)
        return (
            Cel(indicator.titel, address),
            Cel(periode(row["periode"])),
            Cel(cijfer(row["waarde"], row["toestand"], indicator.eenheid), getal=True),
            verloop(self._trend.get(code, []), indicator.eenheid),
            *(Cel(_ernaast(rows.get(code), row["periode"], indicator.eenheid), getal=True) for rows in beside),
            Cel(eenheid_van(indicator.eenheid)),
            Cel(dekking(row["dekking"]), getal=True),
            Cel(row["status"]),
        )


def _ernaast(row: Mapping[str, Any] | None, wanneer: str, eenheid: str) -> str:
    """Return the figure of another place of the same period."""
    if row is None or row["periode"] != wanneer:
        return "onbekend"
    return cijfer(row["waarde"], row["toestand"], eenheid)


def verloop(rows: Sequence[Mapping[str, Any]], eenheid: str) -> Cel:
    """Return a small line with its first and last value in words; a dash of words when there is none to draw."""
    known = [row for row in rows if row["waarde"] is not None]
    if len(known) < 2:
        return Cel("te weinig bekend")
    first, last = (cijfer(row["waarde"], "", eenheid) for row in (known[0], known[-1]))
    return Cel(f"{first} naar {last}", beeld=vonk([row["waarde"] for row in rows]))


def _wachten(kast: Kast, niveau: str, code: str) -> dict[str, Any]:
    """Return the waiting times of the last year in sentences and a table, beside the country."""
    found = wachttijden_van(figuren(kast, niveau, code, "jaar"))
    if not found:
        return {}
    when = max(found)
    country = wachttijden_van(figuren(kast, "land", "", "jaar")).get(when, ())
    land = {each.interval.code: each for each in country}
    rows = [
        (
            Cel(each.interval.naam, reverse("indicator", args=[each.interval.code])),
            Cel(dagen(each.mediaan), getal=True),
            Cel(dagen(land[each.interval.code].mediaan) if land else "", getal=True),
            Cel(dagen(each.p90), getal=True),
            Cel(wachtend(each.wacht_nog), getal=True),
            Cel(each.mediaan["status"] if each.mediaan else ""),
        )
        for each in found[when]
    ]
    kop = ("Wachttijd", "De helft klaar na", "Nederland", "Negen van de tien klaar na", "Wacht nog", "Status")
    return {
        "wachten": Tabel(f"Wachttijden in {periode(when)}, in dagen", kop, rows),
        "wachtzinnen": [(each.interval.naam, zin(each, periode(when))) for each in found[when]],
    }


def dagen(row: Mapping[str, Any] | None) -> str:
    """Return a waiting time in days, or the word for what is not shown."""
    return "onbekend" if row is None else cijfer(row["waarde"], row["toestand"], "dagen")


def wachtend(deel: float | None) -> str:
    """Return the share that still waits; it is rounded to five in a hundred, so that none is 'almost nobody'."""
    if deel is None:
        return "onbekend"
    return procent(deel) if deel else "bijna niemand"


def _bestand(
    request: HttpRequest, kast: Kast, niveau: str, code: str, rows: Sequence[Mapping[str, Any]]
) -> HttpResponse:
    formaat = kies(request, "formaat", ("csv", "json"), "csv")
    lines = [bestandsrij(row, all_indicators()[row["indicator"]], niveau, kast.blad) for row in rows]
    about = {"niveau": niveau, "plaats": code, "naam": naam_van(niveau, code), "synthetisch": kast.blad.synthetisch}
    return als_bestand(formaat, f"{niveau}_{code}", BESTAND, lines, about)
