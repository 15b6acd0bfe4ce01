"""Waiting times by their names: how long, who still waits, and whether places can be compared."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString

from jeugdstelsel import standaard
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.services.wachttijden import INTERVALLEN, Interval, Wachttijd, redenen, wachttijden_van, zin
from jeugdstelsel.web.onderdelen.bewaard import figuren, per_uitgave
from jeugdstelsel.web.onderdelen.lijn import Punt, lijn
from jeugdstelsel.web.onderdelen.plaatsnaam import METERVOUD, adres_van_plaats
from jeugdstelsel.web.onderdelen.profiel import dagen, wachtend
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_bestand
from jeugdstelsel.web.onderdelen.tijdreeks import BESTAND, bestandsrij
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import periode
from jeugdstelsel.web.vraag import SOORTEN, bekend_op, kast_van, kies, naam_van

KOP = ("De helft klaar na", "Negen van de tien klaar na", "Wacht nog", "Status")
OVERZICHTEN = ("gemeente", "jeugdregio", "productcategorie")
Reeks = Mapping[str, Sequence[Wachttijd]]


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    kast = kast_van(request)
    niveau, plaats = _plaats(request)
    soort = kies(request, "per", SOORTEN, "jaar")
    if request.GET.get("formaat"):
        return _bestand(request, kast)
    country = wachttijden_van(figuren(kast, "land", "", soort))
    if not country:
        return {"leeg": True, "soort": soort}
    wanneer = kies(request, "periode", tuple(country), max(country))
    here = wachttijden_van(figuren(kast, niveau, plaats, soort))
    naam, region = naam_van(niveau, plaats), _regio(niveau, plaats)
    beside = {"Nederland": country} if niveau != "land" else {}
    if region:
        beside = {
            f"Jeugdregio {naam_van('jeugdregio', region)}": wachttijden_van(figuren(kast, "jeugdregio", region, soort))
        } | beside
    found = here.get(wanneer, tuple(Wachttijd(each, None, None) for each in INTERVALLEN))
    gebied = kies(request, "overzicht", OVERZICHTEN, "productcategorie")
    return {
        "niveau": niveau, "plaats": plaats, "naam": naam, "per": soort, "periode": wanneer, "blad": kast.blad,
        "perioden": sorted(country), "soorten": SOORTEN, "bekend_op": bekend_op(request), "regio": region,
        "regio_naam": naam_van("jeugdregio", region) if region else "",
        "gemeenten": [(code, place.naam) for code, place in _gemeenten()], "regios": standaard.jeugdregios().items(),
        "delen": [_deel(each, naam, {naam: here, **beside}, wanneer) for each in found],
        "redenen": list(redenen(found, naam, country[wanneer])) if niveau != "land" else [],
        "overzicht": gebied, "overzichten": [(each, METERVOUD[each]) for each in OVERZICHTEN],
        "tabel": _overzicht(kast, gebied, wanneer),
    }  # fmt: skip


def _plaats(request: HttpRequest) -> tuple[str, str]:
    """Return the level and the place that the reader asks for; raises GebruikersFout for one that is not there."""
    gemeente, regio = (request.GET.get(name, "").strip() for name in ("gemeente", "jeugdregio"))
    if gemeente and regio:
        raise GebruikersFout("kies een gemeente of een jeugdregio, niet allebei.")
    known: Mapping[str, object] = standaard.gemeenten() if gemeente else standaard.jeugdregios()
    niveau, place = ("gemeente", gemeente) if gemeente else ("jeugdregio", regio)
    if place and place not in known:
        raise GebruikersFout(f"de {niveau} '{place[:40]}' bestaat niet. Kies er een uit de lijst.")
    successor = standaard.opvolger(gemeente) if gemeente else None
    if successor:
        raise GebruikersFout(
            f"de gemeente {naam_van('gemeente', gemeente)} bestaat niet meer. Kies {naam_van('gemeente', successor)}."
        )
    return (niveau, place) if place else ("land", "")


def _regio(niveau: str, plaats: str) -> str:
    return standaard.gemeenten()[plaats].jeugdregio if niveau == "gemeente" else ""


def _gemeenten() -> list[tuple[str, standaard.Gemeente]]:
    return sorted(standaard.gemeenten_op(date.today()).items(), key=lambda item: item[1].naam)


def _deel(found: Wachttijd, naam: str, plaatsen: Mapping[str, Reeks], wanneer: str) -> dict[str, Any]:
    """Return one waiting time: its sentence, the table beside region and country, and its line through time."""
    interval = found.interval
    series = [(when, _van(times, interval)) for when, times in sorted(plaatsen[naam].items())]
    points = [
        Punt(when, row["waarde"], row["toestand"], row["status"])
        for when, each in series
        if each and (row := each.mediaan)
    ]
    rows = [(Cel(place), *cellen(_van(reeks.get(wanneer, ()), interval))) for place, reeks in plaatsen.items()]
    title = f"{interval.naam}, {naam}"
    return {
        "interval": interval, "zin": zin(found, periode(wanneer)), "adres": reverse("indicator", args=[interval.code]),
        "tabel": Tabel(f"{interval.naam} in {periode(wanneer)}, in dagen", ("Plaats", *KOP), rows),
        "lijn": lijn(points, titel=f"{title}: na hoeveel dagen de helft klaar is", eenheid="dagen")
        if len(points) > 1
        else "",
        "lijn_tabel": Tabel(
            f"{title}, door de tijd", ("Periode", *KOP), [(Cel(periode(when)), *cellen(each)) for when, each in series]
        ),
    }  # fmt: skip


def _van(times: Sequence[Wachttijd], interval: Interval) -> Wachttijd | None:
    return next((each for each in times if each.interval == interval), None)


def cellen(found: Wachttijd | None) -> Sequence[Cel]:
    """Return the cells of a waiting time, in the order of `KOP`."""
    if found is None:
        return (Cel("onbekend"), Cel("onbekend"), Cel("onbekend"), Cel(""))
    return (
        Cel(dagen(found.mediaan), getal=True),
        Cel(dagen(found.p90), getal=True),
        Cel(wachtend(found.wacht_nog), getal=True),
        Cel(found.mediaan["status"] if found.mediaan else ""),
    )


@per_uitgave
def _overzicht(kast: Kast, gebied: str, wanneer: str) -> SafeString:
    """Return the table of all places of a level by name, drawn: per waiting time the median and who still waits."""
    columns = [{row["plaats"]: row for row in kast.plaatsen(each.code, gebied, wanneer)} for each in INTERVALLEN]
    names = {place: naam_van(gebied, place) for column in columns for place in column}
    rows = [
        (
            Cel(names[place], adres_van_plaats(gebied, place)),
            *(
                cell
                for column, each in zip(columns, INTERVALLEN, strict=True)
                for cell in _kort(column.get(place), each)
            ),
        )
        for place in sorted(names, key=names.__getitem__)
    ]
    kop = [text for each in INTERVALLEN for text in (f"{each.naam}: de helft klaar na", "Wacht nog")]
    title = f"Wachttijden in {periode(wanneer)} van alle {METERVOUD[gebied]}, in dagen"
    return Tabel(title, (gebied.capitalize(), *kop), rows).teken()


def _kort(row: Mapping[str, Any] | None, interval: Interval) -> Sequence[Cel]:
    share = Wachttijd(interval, row, None).wacht_nog
    return Cel(dagen(row), getal=True), Cel(wachtend(share), getal=True)


def _bestand(request: HttpRequest, kast: Kast) -> HttpResponse:
    """Return every waiting time of one level: all places, all periods."""
    formaat, gebied = (
        kies(request, "formaat", ("csv", "json"), "csv"),
        kies(request, "overzicht", ("land", *OVERZICHTEN), "land"),
    )
    codes = [code for each in INTERVALLEN for code in (each.code, each.p90)]
    rows = [
        bestandsrij(row, all_indicators()[code], gebied, kast.blad)
        for code in codes
        for row in kast.alles(gebied, code)
    ]
    about = {
        "intervallen": {each.code: f"{each.naam}. {each.uitleg}" for each in INTERVALLEN},
        "dekking": "het deel dat niet meer wacht", "uitgave": kast.blad.nummer, "synthetisch": kast.blad.synthetisch,
    }  # fmt: skip
    return als_bestand(formaat, f"wachttijden_{gebied}", BESTAND, rows, about)


PAGINA = Pagina(
    "wachttijden", "Wachttijden", _inhoud, menu="Wachttijden", volgorde=10,
    voorbeelden=("/wachttijden", "/wachttijden?gemeente=0363", "/wachttijden?jeugdregio=JZ01&per=kwartaal"),
    api=("/v1/wachttijden", "/v1/wachttijden?niveau=gemeente"),
)  # fmt: skip
