"""The registers: words with their definitions, and sources."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, Standvraag, als_rij, bladzijde, lijst_van, vorm_van
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.begrippen import find_begrippen
from jeugdstelsel.services.bronnen import read_bronnen
from jeugdstelsel.services.stand import Bronmeting, bronstand
from jeugdstelsel.standaard.begrippen import Begrip, begrippen
from jeugdstelsel.standaard.bronregister import Databron

ONBEKEND = Bronmeting("", None, "")


class Begripvraag(Bladvraag):
    """Welke begrippen."""

    term: str | None = Field(None, max_length=80, description="Een woord; u krijgt elke definitie ervan apart.")


class Bronvorm(vorm_van(Databron)):  # type: ignore[misc]
    """Eén bron, met wat er van binnen was toen de uitgave werd gemaakt."""

    laatste: str = Field(description="Laatste dag of periode; leeg is onbekend.")
    volledigheid: float | None = Field(description="Deel van 0 tot en met 1; leeg is onbekend.")
    gemeten_aan: str


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


def _bronnen(request: HttpRequest, vraag: Query[Standvraag]) -> Mapping[str, Any]:
    measured = bronstand(settings.WERKMAP, vraag.bekend_op)[1]
    rows = [_bron(each, measured.get(each.bron, ONBEKEND)) for each in read_bronnen(settings.WERKMAP).values()]
    return bladzijde(request, vraag, rows)


def _bron(bron: Databron, stand: Bronmeting) -> Mapping[str, Any]:
    return als_rij(bron, laatste=stand.laatste, volledigheid=stand.volledigheid, gemeten_aan=stand.gemeten_aan)


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
        _bronnen, lijst_van("Bronnen", Bronvorm), "registers", ("/bronnen",),
    ),
)  # fmt: skip
