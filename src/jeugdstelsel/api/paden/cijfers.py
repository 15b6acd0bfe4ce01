"""Figures of a release and the indicators that define them."""

from collections.abc import Mapping
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, Standvraag, Uitgavekop, Vorm, bladzijde, lijst_van, met_links
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import GebruikersFout, Indicator
from jeugdstelsel.services.define import find_definition, trace
from jeugdstelsel.services.kast import Kast, open_kast
from jeugdstelsel.services.plaatsnaam import naam_van
from jeugdstelsel.standaard.begrippen import begrip_van

Niveau = Literal["land", "jeugdregio", "gemeente", "aanbieder", "productcategorie", "productcode"]
Soort = Literal["jaar", "halfjaar", "kwartaal", "maand"]
Doel = Literal["kwaliteit", "betaalbaarheid", "toegankelijkheid"]


class Indicatorvorm(Vorm):
    """Eén indicator: wat het cijfer zegt, in welke eenheid en uit welke bronnen."""

    code: str
    titel: str
    betekenis: str
    eenheid: str
    teller: str
    noemer: str = Field(description="Leeg als er niets wordt gedeeld.")
    bronnen: list[str]
    stelseldoel: str
    versie: str = Field(description="Versie van de definitie.")
    beperkingen: list[str]


class Definitievorm(Indicatorvorm):
    """Eén indicator met haar SQL en haar herkomst."""

    begrip: str = Field(description="Begrip waar de definitie bij hoort, in /v1/begrippen; leeg als er geen is.")
    sql: dict[str, str]
    stappen: list[str] = Field(description="Afgeleide tabellen tussen de berichten en het cijfer.")
    tabellen: dict[str, list[str]] = Field(description="Tabellen met berichten en de kolommen die worden gelezen.")
    elementen: list[str] = Field(description="Elementen van berichten waaruit het cijfer komt.")


class Cijfervorm(Vorm):
    """Eén cijfer; de definitie staat bij de indicator."""

    indicator: str
    versie: str
    niveau: str
    plaats: str = Field(description="Code van de plaats; leeg voor het land.")
    plaats_naam: str
    periode_soort: str
    periode: str
    uitsplitsing: str = Field(description="Leeg voor het geheel.")
    waarde: float | None = Field(description="Leeg als de toestand geheim of onbekend is; nooit 0.")
    eenheid: str
    toestand: str = Field(description="gepubliceerd, geheim of onbekend.")
    status: str | None = Field(description="voorlopig of definitief.")
    dekking: float | None = Field(description="Deel van wat mee hoort te tellen en meetelt, van 0 tot en met 1.")
    synthetisch: bool = Field(description="Of het cijfer over een verzonnen land gaat.")


class Indicatorvraag(Bladvraag):
    """Welke indicatoren."""

    stelseldoel: Doel | None = None


class Cijfervraag(Standvraag):
    """Welke cijfers; wat u weglaat, beperkt niet."""

    indicator: str | None = Field(None, max_length=80, description="Code van een indicator.")
    niveau: Niveau | None = None
    plaats: str | None = Field(
        None, max_length=20, description="Code van een gemeente, jeugdregio, aanbieder, product."
    )
    periode_soort: Soort | None = None
    periode: str | None = Field(None, max_length=7, description="Zoals 2025, 2025-H1, 2025-K1 of 2025-01.")


def _indicatoren(request: HttpRequest, vraag: Query[Indicatorvraag]) -> Mapping[str, Any]:
    known = sorted(all_indicators().values(), key=lambda item: item.code)
    return bladzijde(request, vraag, [item for item in known if vraag.stelseldoel in (None, item.stelseldoel)])


def _indicator(request: HttpRequest, code: str) -> Mapping[str, Any]:
    item, origin, word = zoek_indicator(code), trace(code), begrip_van(code)
    own = {name: getattr(item, name) for name in Indicatorvorm.model_fields}
    return own | {
        "sql": dict(find_definition(code).sql), "stappen": origin.stappen, "tabellen": origin.tabellen,
        "elementen": origin.elementen, "begrip": word.begrip if word else "",
    }  # fmt: skip


def zoek_indicator(code: str) -> Indicator:
    """Return an indicator; raises Http404 when there is none of that code."""
    if code not in all_indicators():
        raise Http404(f"de indicator '{code[:40]}' bestaat niet. Ze staan in /v1/indicatoren.")
    return all_indicators()[code]


def _cijfers(request: HttpRequest, vraag: Query[Cijfervraag]) -> Mapping[str, Any]:
    if vraag.indicator is not None and vraag.indicator not in all_indicators():
        raise GebruikersFout(f"de indicator '{vraag.indicator[:40]}' bestaat niet. Ze staan in /v1/indicatoren.")
    kast = open_kast(settings.WERKMAP, vraag.bekend_op)
    names = ("indicator", "niveau", "plaats", "periode_soort", "periode")
    filters = {name: getattr(vraag, name) for name in names if getattr(vraag, name) is not None}
    begin = (vraag.pagina - 1) * vraag.pagina_grootte
    total, rows = kast.blader(filters, vanaf=begin, aantal=vraag.pagina_grootte)
    page = met_links(request, vraag, [_cijfer(row, kast) for row in rows], total)
    return page | {"uitgave": kast.blad}


def _cijfer(row: Mapping[str, Any], kast: Kast) -> Mapping[str, Any]:
    known = all_indicators().get(row["indicator"])
    return dict(row) | {
        "plaats_naam": plaats_naam(row["niveau"], row["plaats"]), "eenheid": known.eenheid if known else "",
        "synthetisch": kast.blad.synthetisch,
    }  # fmt: skip


def plaats_naam(niveau: str, code: str) -> str:
    """Return the name of a place, or its code when it has none."""
    return naam_van(settings.WERKMAP, niveau, code)


PADEN = (
    Pad(
        "/indicatoren", "indicatoren", "Alle indicatoren",
        "Elke indicator met haar definitie, eenheid, bronnen en beperkingen.",
        _indicatoren, lijst_van("Indicatoren", Indicatorvorm), "cijfers",
        ("/indicatoren", "/indicatoren?stelseldoel=betaalbaarheid&paginaGrootte=5"),
    ),
    Pad(
        "/indicatoren/{code}", "indicator", "Eén indicator",
        "De definitie met haar SQL, en de elementen van berichten waaruit zij is gemaakt.",
        _indicator, Definitievorm, "cijfers", ("/indicatoren/trajecten",),
    ),
    Pad(
        "/cijfers", "cijfers", "Gepubliceerde cijfers",
        "Cijfers van de laatste uitgave, of van die op een eerdere dag. Kruisingen van niveaus staan alleen in de "
        "bestanden van een uitgave.",
        _cijfers, lijst_van("Cijfers", Cijfervorm, uitgave=Uitgavekop), "cijfers",
        ("/cijfers?indicator=trajecten&niveau=gemeente&periodeSoort=jaar",
         "/cijfers?niveau=gemeente&plaats=0363&paginaGrootte=10", "/cijfers"),
    ),
)  # fmt: skip
