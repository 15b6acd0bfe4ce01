"""Waiting times by their names: how long, who still waits, and whether a place can be compared."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Query

from jeugdstelsel import standaard
from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.paden.cijfers import Niveau, Soort, plaats_naam
from jeugdstelsel.api.vorm import Standvraag, Uitgavekop, Vorm, bladzijde, lijst_van
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.kast import Kast, open_kast
from jeugdstelsel.services.wachttijden import INTERVALLEN, Wachttijd, redenen, wachttijden_van


class Wachtvraag(Standvraag):
    """Van welke plaats; zonder plaats van alle plaatsen van het niveau."""

    niveau: Niveau = Field("land", description="Van wat.")
    plaats: str | None = Field(None, max_length=20, description="Code van een gemeente, jeugdregio of aanbieder.")
    periode_soort: Soort = Field("jaar", description="Per hoe lang.")
    periode: str | None = Field(
        None, max_length=7, description="Zoals 2025 of 2025-K1; leeg is elke van één plaats, of de laatste van alle."
    )


class Wachtduur(Vorm):
    """Na hoeveel dagen een deel klaar was met wachten."""

    dagen: float | None = Field(description="Leeg als de toestand geheim of onbekend is; nooit 0.")
    toestand: str
    status: str | None


class Wachtvorm(Vorm):
    """Eén wachttijd van één plaats in één periode."""

    interval: str = Field(description="Code van de indicator.")
    naam: str
    uitleg: str
    let_op: str
    niveau: str
    plaats: str
    plaats_naam: str
    periode: str
    helft_klaar: Wachtduur | None = Field(description="De mediaan; leeg als er geen berichten zijn.")
    negen_van_tien_klaar: Wachtduur | None
    wacht_nog: float | None = Field(description="Deel dat nog wacht, van 0 tot en met 1, op vijf honderdsten afgerond.")


class Vergelijkbaarheid(Vorm):
    """Of de wachttijden van de plaats met die van het land zijn te vergelijken."""

    periode: str
    redenen: list[str]


def _wachttijden(request: HttpRequest, vraag: Query[Wachtvraag]) -> Mapping[str, Any]:
    kast = open_kast(settings.WERKMAP, vraag.bekend_op)
    _eis_plaats(kast, vraag)
    rows = list(_rijen(kast, vraag))
    return bladzijde(request, vraag, rows) | {"vergelijkbaar": _vergelijkbaar(kast, vraag), "uitgave": kast.blad}


def _eis_plaats(kast: Kast, vraag: Wachtvraag) -> None:
    if vraag.niveau == "land" and vraag.plaats:
        raise GebruikersFout("het land heeft geen 'plaats'. Kies bij 'niveau' een gemeente, jeugdregio of aanbieder.")
    known = vraag.niveau == "gemeente" and vraag.plaats in standaard.gemeenten()
    if vraag.plaats and not known and vraag.plaats not in kast.namen(vraag.niveau):
        raise GebruikersFout(f"'plaats' '{vraag.plaats}' staat niet in deze uitgave als {vraag.niveau}.")


def _rijen(kast: Kast, vraag: Wachtvraag) -> Iterator[Mapping[str, Any]]:
    """Yield the waiting times of the place, or of every place of the level, by place and period."""
    for place, figures in _cijfers(kast, vraag).items():
        for period, found in wachttijden_van(figures).items():
            if vraag.periode in (None, period):
                yield from (_rij(each, vraag.niveau, place, period) for each in found)


def _cijfers(kast: Kast, vraag: Wachtvraag) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return the figures by place: of one place all, of all places those of one period."""
    if vraag.plaats or vraag.niveau == "land":
        place = vraag.plaats or ""
        return {place: kast.profiel(vraag.niveau, place, vraag.periode_soort)}
    last = max(kast.perioden(INTERVALLEN[0].code, vraag.niveau).get(vraag.periode_soort, []), default="")
    found: dict[str, list[Mapping[str, Any]]] = {}
    for code in (code for each in INTERVALLEN for code in (each.code, each.p90)):
        for row in kast.plaatsen(code, vraag.niveau, vraag.periode or last):
            found.setdefault(row["plaats"], []).append(row)
    return dict(sorted(found.items()))


def _rij(found: Wachttijd, niveau: str, plaats: str, periode: str) -> Mapping[str, Any]:
    interval = found.interval
    return {
        "interval": interval.code, "naam": interval.naam, "uitleg": interval.uitleg, "let_op": interval.let_op,
        "niveau": niveau, "plaats": plaats, "plaats_naam": plaats_naam(niveau, plaats), "periode": periode,
        "helft_klaar": _duur(found.mediaan), "negen_van_tien_klaar": _duur(found.p90), "wacht_nog": found.wacht_nog,
    }  # fmt: skip


def _duur(row: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if row is None:
        return None
    return {"dagen": row["waarde"], "toestand": row["toestand"], "status": row["status"]}


def _vergelijkbaar(kast: Kast, vraag: Wachtvraag) -> list[Mapping[str, Any]]:
    """Return for each period whether the place can be compared with the country; nothing without a place."""
    if not vraag.plaats:
        return []
    country = wachttijden_van(kast.profiel("land", "", vraag.periode_soort))
    here = wachttijden_van(kast.profiel(vraag.niveau, vraag.plaats, vraag.periode_soort))
    empty = tuple(Wachttijd(each, None, None) for each in INTERVALLEN)
    name = plaats_naam(vraag.niveau, vraag.plaats)
    return [
        {"periode": period, "redenen": list(redenen(here.get(period, empty), name, found))}
        for period, found in country.items()
        if vraag.periode in (None, period)
    ]


PADEN = (
    Pad(
        "/wachttijden", "wachttijden", "Wachttijden",
        "De drie wachttijden met wie nog wacht, per periode en plaats; met één plaats ook of vergelijken met het land "
        "mag en waarom.",
        _wachttijden, lijst_van("Wachttijden", Wachtvorm, vergelijkbaar=list[Vergelijkbaarheid], uitgave=Uitgavekop),
        "cijfers",
        ("/wachttijden", "/wachttijden?niveau=gemeente&plaats=0363", "/wachttijden?niveau=jeugdregio&periode=2025"),
    ),
)  # fmt: skip
