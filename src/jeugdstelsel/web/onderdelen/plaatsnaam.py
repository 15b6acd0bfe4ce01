"""Places and splits by the names that a reader knows, and where their pages are."""

from collections.abc import Collection, Mapping
from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from jeugdstelsel import standaard
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.aanbieders import zoek_aanbieders
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.web.vraag import naam_van

METERVOUD = {
    "gemeente": "gemeenten", "jeugdregio": "jeugdregio's", "aanbieder": "aanbieders",
    "productcategorie": "productcategorieën", "productcode": "productcodes",
}  # fmt: skip
"""The plural of each level that has places."""


def adres(naam: str, *delen: str) -> str:
    """Return the address of a page, or empty when this installation does not have it."""
    try:
        return str(reverse(naam, args=delen))
    except NoReverseMatch:
        return ""


def adres_van_plaats(niveau: str, code: str) -> str:
    """Return the address of the page of a place; products have none."""
    return adres(niveau, code) if niveau in ("gemeente", "jeugdregio", "aanbieder") else ""


@cache
def _verwijzers() -> Mapping[str, str]:
    return {code: found.betekenis for code, found in standaard.codelijst("COD327").items()}


def naam_van_vak(indicator: str, vak: str) -> str:
    """Return the name of a split of an indicator."""
    if not vak:
        return "alles"
    return _verwijzers().get(vak, vak) if indicator == "verwijzer" else vak


def _code_bij_naam(tekst: str, codes: Collection[str]) -> str:
    """Return the code of the one provider with this in its name; the text itself when there is none, or more."""
    found = [code for code in zoek_aanbieders(settings.WERKMAP, tekst) if code in codes]
    return found[0] if len(found) == 1 else tekst


def kies_plaats(request: HttpRequest, kast: Kast, niveau: str) -> str:
    """Return the place that the reader asks for, by default the first of the level; empty for the country.

    Raises GebruikersFout when there is no figure about it.
    """
    if niveau == "land":
        return ""
    names = kast.namen(niveau)
    chosen = request.GET.get("plaats", "").strip() or next(iter(names), "")
    if niveau == "aanbieder" and chosen not in names:
        chosen = _code_bij_naam(chosen, names)
    if chosen not in names:
        raise GebruikersFout(
            f"er zijn in deze uitgave geen cijfers over {niveau} '{naam_van(niveau, chosen)[:40]}'. "
            f"Kies een van de {len(names)} {METERVOUD[niveau]}, of kies het land."
        )
    return chosen
