"""The registers: words with their definitions, sources, and places."""

from collections.abc import Mapping
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel import standaard
from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, Vorm, bladzijde, lijst_van, vorm_van
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.begrippen import find_begrippen
from jeugdstelsel.services.bronnen import read_bronnen
from jeugdstelsel.standaard.begrippen import Begrip, begrippen
from jeugdstelsel.standaard.bronregister import Databron
from jeugdstelsel.standaard.gebied import Gemeente


class Begripvraag(Bladvraag):
    """Welke begrippen."""

    term: str | None = Field(None, max_length=80, description="Een woord; u krijgt elke definitie ervan apart.")


class Gemeentevraag(Bladvraag):
    """Welke gemeenten."""

    jeugdregio: str | None = Field(None, max_length=4, description="Code van een jeugdregio, zoals JZ13.")
    stand: Literal["nu", "alle"] = Field("nu", description="Ook gemeenten die zijn opgeheven, met 'alle'.")


class Jeugdregiovorm(Vorm):
    """Eén jeugdregio."""

    code: str
    naam: str
    gemeenten: list[str] = Field(description="Codes van de gemeenten die er nu in liggen.")


def _begrippen(request: HttpRequest, vraag: Query[Begripvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, _zoek(vraag.term) if vraag.term else list(begrippen().values()))


def _zoek(term: str) -> list[Begrip]:
    """Return every definition of a word; none when it is not in the register."""
    try:
        return find_begrippen(term)
    except GebruikersFout:
        return []


def _begrip(request: HttpRequest, begrip: str) -> Begrip:
    if begrip not in begrippen():
        raise Http404("dit begrip staat niet in het register. Ze staan in /v1/begrippen.")
    return begrippen()[begrip]


def _bronnen(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(read_bronnen(settings.WERKMAP).values()))


def _gemeenten(request: HttpRequest, vraag: Query[Gemeentevraag]) -> Mapping[str, Any]:
    found = [
        place
        for place in standaard.gemeenten().values()
        if vraag.jeugdregio in (None, place.jeugdregio) and (vraag.stand == "alle" or not place.geldig_tot_en_met)
    ]
    return bladzijde(request, vraag, found)


def _jeugdregios(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    inside: dict[str, list[str]] = {}
    for code, place in standaard.gemeenten().items():
        if not place.geldig_tot_en_met:
            inside.setdefault(place.jeugdregio, []).append(code)
    rows = [{"code": c, "naam": n, "gemeenten": inside.get(c, [])} for c, n in standaard.jeugdregios().items()]
    return bladzijde(request, vraag, rows)


PADEN = (
    Pad(
        "/begrippen", "begrippen", "Alle begrippen", "Elke definitie met haar bron; één woord kan er meer hebben.",
        _begrippen, lijst_van("Begrippen", vorm_van(Begrip)), "registers",
        ("/begrippen", "/begrippen?term=uitval"),
    ),
    Pad(
        "/begrippen/{begrip}", "begrip", "Eén begrip", "Eén definitie, met haar bron en geldigheid.",
        _begrip, vorm_van(Begrip), "registers", ("/begrippen/uitval_eenzijdig",),
    ),
    Pad(
        "/bronnen", "bronnen", "Alle bronnen", "Elke bron met eigenaar, grondslag, doel, sleutel en bekende fouten.",
        _bronnen, lijst_van("Bronnen", vorm_van(Databron)), "registers", ("/bronnen",),
    ),
    Pad(
        "/gemeenten", "gemeenten", "Gemeenten", "Gemeenten met hun jeugdregio en de dagen waarop zij bestaan (CBS).",
        _gemeenten, lijst_van("Gemeenten", vorm_van(Gemeente)), "gebieden",
        ("/gemeenten?jeugdregio=JZ01", "/gemeenten?stand=alle&pagina=2"),
    ),
    Pad(
        "/jeugdregios", "jeugdregios", "Jeugdregio's", "Jeugdregio's met hun gemeenten.",
        _jeugdregios, lijst_van("Jeugdregios", Jeugdregiovorm), "gebieden", ("/jeugdregios",),
    ),
)  # fmt: skip
