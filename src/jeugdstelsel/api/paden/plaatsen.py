"""Places: gemeenten, jeugdregio's and providers, with what is known of them beside figures from messages."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel import standaard
from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Bladvraag, Standvraag, Vorm, als_rij, bladzijde, lijst_van, vorm_van
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.aanbieders import aanbieders
from jeugdstelsel.services.iv3_reeks import destinations
from jeugdstelsel.services.kast import open_kast
from jeugdstelsel.services.plek import breuk_tussen, laatste_inwoners, read_aandeel, read_verblijf
from jeugdstelsel.standaard.cbs import Cel
from jeugdstelsel.standaard.gebied import Gemeente


class Gemeentevraag(Bladvraag):
    """Welke gemeenten."""

    jeugdregio: str | None = Field(None, max_length=4, description="Code van een jeugdregio, zoals JZ13.")
    stand: Literal["nu", "alle"] = Field("nu", description="Ook gemeenten die zijn opgeheven, met 'alle'.")


class Aandeelvraag(Bladvraag):
    """Van welke plaats; zonder plaats is het Nederland."""

    gemeente: str | None = Field(None, max_length=4, description="Code van een gemeente.")
    jeugdregio: str | None = Field(None, max_length=4, description="Code van een jeugdregio.")


class Inwoners(Vorm):
    """Inwoners op 1 januari; leeg als zij onbekend zijn."""

    jaar: int
    inwoners: int
    tot_18: int = Field(description="Jonger dan 18 jaar; een schatting.")


class Opvolger(Vorm):
    """Waar inwoners van een opgeheven gemeente heen gingen."""

    gemeente: str
    naam: str
    aandeel: float


class Gemeentedetail(vorm_van(Gemeente)):  # type: ignore[misc]
    """Eén gemeente."""

    provincie_naam: str
    jeugdregio_naam: str
    bevolking: Inwoners | None
    opvolgers: list[Opvolger] = Field(description="Leeg zolang de gemeente bestaat.")


class Jeugdregiovorm(Vorm):
    """Eén jeugdregio."""

    code: str
    naam: str
    gemeenten: list[str] = Field(description="Codes van de gemeenten die er nu in liggen.")


class Jeugdregiodetail(Jeugdregiovorm):
    """Eén jeugdregio met haar bevolking."""

    bevolking: Inwoners | None


class Aanbiedervorm(Vorm):
    """Eén aanbieder van wie cijfers in de uitgave staan."""

    aanbieder: str = Field(description="AGB-code.")
    naam: str = Field(description="Uit de lijst van de beheerder; leeg als de naam niet bekend is.")
    naam_bron: str


class Cbscijfer(vorm_van(Cel)):  # type: ignore[misc]
    """Eén cijfer dat het CBS publiceerde."""


class Verblijfvorm(Cbscijfer):
    """Jongeren met jeugdhulp met verblijf in een jaar."""

    breuk: str = Field(description="Waarom dit jaar niet met het jaar ervoor is te vergelijken; leeg als het mag.")


def _gemeenten(request: HttpRequest, vraag: Query[Gemeentevraag]) -> Mapping[str, Any]:
    found = [
        place
        for place in standaard.gemeenten().values()
        if vraag.jeugdregio in (None, place.jeugdregio) and (vraag.stand == "alle" or not place.geldig_tot_en_met)
    ]
    return bladzijde(request, vraag, found)


def _gemeente(request: HttpRequest, code: str) -> Mapping[str, Any]:
    if code not in standaard.gemeenten():
        raise Http404("deze gemeente bestaat niet. Ze staan in /v1/gemeenten?stand=alle.")
    place = standaard.gemeenten()[code]
    return als_rij(
        place, provincie_naam=standaard.provincies()[place.provincie],
        jeugdregio_naam=standaard.jeugdregios()[place.jeugdregio], bevolking=_inwoners("gemeente", code),
        opvolgers=list(_opvolgers(code)) if place.geldig_tot_en_met else [],
    )  # fmt: skip


def _opvolgers(code: str) -> Iterator[Mapping[str, Any]]:
    for to, share in destinations(code).items():
        yield {"gemeente": to, "naam": standaard.gemeenten()[to].naam, "aandeel": share}


def _inwoners(soort: str, code: str) -> Mapping[str, int] | None:
    found = laatste_inwoners(soort, code)
    return dict(zip(("jaar", "inwoners", "tot_18"), found, strict=True)) if found else None


def _jeugdregios(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, [_regio(code) for code in standaard.jeugdregios()])


def _jeugdregio(request: HttpRequest, code: str) -> Mapping[str, Any]:
    if code not in standaard.jeugdregios():
        raise Http404("deze jeugdregio bestaat niet. Ze staan in /v1/jeugdregios.")
    return _regio(code) | {"bevolking": _inwoners("jeugdregio", code)}


def _regio(code: str) -> dict[str, Any]:
    today = standaard.gemeenten_op(date.today())
    inside = [name for name, place in today.items() if place.jeugdregio == code]
    return {"code": code, "naam": standaard.jeugdregios()[code], "gemeenten": inside}


def _aanbieders(request: HttpRequest, vraag: Query[Standvraag]) -> Mapping[str, Any]:
    kast = open_kast(settings.WERKMAP, vraag.bekend_op)
    return bladzijde(request, vraag, [_van_code(code) for code in kast.namen("aanbieder")])


def _aanbieder(request: HttpRequest, code: str, vraag: Query[Bekendvraag]) -> Mapping[str, Any]:
    if code not in open_kast(settings.WERKMAP, vraag.bekend_op).namen("aanbieder"):
        raise Http404("van deze aanbieder staan geen cijfers in de uitgave. Wie er wel zijn, staat in /v1/aanbieders.")
    return _van_code(code)


def _van_code(code: str) -> Mapping[str, str]:
    found = aanbieders(settings.WERKMAP).get(code)
    return {"aanbieder": code, "naam": found.naam if found else "", "naam_bron": found.bron if found else ""}


def _aandelen(request: HttpRequest, vraag: Query[Aandeelvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(read_aandeel(settings.WERKMAP, _cbs_code(vraag))))


def _cbs_code(vraag: Aandeelvraag) -> str:
    """Return how CBS writes the place that is asked for."""
    if vraag.gemeente and vraag.jeugdregio:
        raise GebruikersFout("kies 'gemeente' of 'jeugdregio', niet allebei.")
    if vraag.gemeente and vraag.gemeente not in standaard.gemeenten():
        raise GebruikersFout(f"'gemeente' '{vraag.gemeente}' bestaat niet. Kies een code uit /v1/gemeenten.")
    if vraag.jeugdregio and vraag.jeugdregio not in standaard.jeugdregios():
        raise GebruikersFout(f"'jeugdregio' '{vraag.jeugdregio}' bestaat niet. Kies een code uit /v1/jeugdregios.")
    return f"GM{vraag.gemeente}" if vraag.gemeente else vraag.jeugdregio or "NL01"


def _verblijven(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    cells = read_verblijf()
    breaks = ["", *(breuk_tussen(b.meting, a.periode, b.periode) for a, b in pairwise(cells))]
    rows = [als_rij(cell, breuk=reason) for cell, reason in zip(cells, breaks, strict=False)]
    return bladzijde(request, vraag, rows)


PADEN = (
    Pad(
        "/gemeenten", "gemeenten", "Gemeenten", "Gemeenten met hun jeugdregio en de dagen waarop zij bestaan (CBS).",
        _gemeenten, lijst_van("Gemeenten", vorm_van(Gemeente)), "gebieden",
        ("/gemeenten?jeugdregio=JZ01", "/gemeenten?stand=alle&pagina=2"),
    ),
    Pad(
        "/gemeenten/{code}", "gemeente", "Eén gemeente",
        "Een gemeente met inwoners, en van een opgeheven gemeente wie haar opvolgt. Haar cijfers staan in /v1/cijfers, "
        "haar geld in /v1/iv3-bedragen.",
        _gemeente, Gemeentedetail, "gebieden", ("/gemeenten/0363", "/gemeenten/0358"),
    ),
    Pad(
        "/jeugdregios", "jeugdregios", "Jeugdregio's", "Jeugdregio's met hun gemeenten.",
        _jeugdregios, lijst_van("Jeugdregios", Jeugdregiovorm), "gebieden", ("/jeugdregios",),
    ),
    Pad(
        "/jeugdregios/{code}", "jeugdregio", "Eén jeugdregio", "Een jeugdregio met haar gemeenten en inwoners.",
        _jeugdregio, Jeugdregiodetail, "gebieden", ("/jeugdregios/JZ01",),
    ),
    Pad(
        "/aanbieders", "aanbieders", "Aanbieders", "Aanbieders van wie cijfers in de uitgave staan.",
        _aanbieders, lijst_van("Aanbieders", Aanbiedervorm), "gebieden", ("/aanbieders",),
    ),
    Pad(
        "/aanbieders/{code}", "aanbieder", "Eén aanbieder",
        "Een aanbieder. Zijn cijfers staan in /v1/cijfers, met niveau=aanbieder.",
        _aanbieder, Aanbiedervorm, "gebieden", (),
    ),
    Pad(
        "/cbs-aandelen", "cbsaandelen", "Aandeel jongeren met jeugdhulp volgens het CBS",
        "Wat het CBS van een plaats of van Nederland publiceerde, het nieuwste eerst. Deze cijfers zijn echt.",
        _aandelen, lijst_van("Cbsaandelen", Cbscijfer), "cijfers", ("/cbs-aandelen?gemeente=0363", "/cbs-aandelen"),
    ),
    Pad(
        "/verblijven", "verblijven", "Jongeren met jeugdhulp met verblijf",
        "Jongeren die niet thuis opgroeien, per jaar volgens het CBS, met breuken in de reeks. Deze cijfers zijn echt.",
        _verblijven, lijst_van("Verblijven", Verblijfvorm), "cijfers", ("/verblijven",),
    ),
)  # fmt: skip
