"""Reads the filters of a page from its address and says in Dutch what is wrong with them."""

from collections.abc import Collection
from datetime import date

from django.conf import settings
from django.http import HttpRequest

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services import plaatsnaam
from jeugdstelsel.services.kast import KOLOM, Kast, open_kast

SOORTEN = ("jaar", "halfjaar", "kwartaal", "maand")


def kies(request: HttpRequest, naam: str, keuzen: Collection[str], standaardkeuze: str) -> str:
    """Return the filter `naam`; raises GebruikersFout when it is none of the choices."""
    value = request.GET.get(naam) or standaardkeuze
    if value not in keuzen:
        raise GebruikersFout(f"'{naam}' kan niet '{value[:40]}' zijn. Kies uit: {', '.join(keuzen) or 'niets'}.")
    return value


def bekend_op(request: HttpRequest) -> date | None:
    """Return the day as known on which the reader wants the figures; None is now."""
    text = request.GET.get("bekend_op", "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise GebruikersFout("'bekend_op' is geen datum. Schrijf hem als 2026-01-31.") from error


def kast_van(request: HttpRequest) -> Kast:
    """Return the figures that were known on the day that the reader asks for."""
    return open_kast(settings.WERKMAP, bekend_op(request))


def naam_van(niveau: str, code: str) -> str:
    """Return the name of a place for a reader."""
    return plaatsnaam.naam_van(settings.WERKMAP, niveau, code)


def niveaus() -> tuple[str, ...]:
    """Return the levels that have pages."""
    return tuple(KOLOM)
