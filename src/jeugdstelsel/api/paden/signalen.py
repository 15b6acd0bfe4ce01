"""The traffic light with its guard rail: every light with what it rests on, the thresholds, and the decisions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Bladvraag, Standvraag, Vorm, bladzijde, lijst_van, vorm_van
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.realisatie_maatregel import JAREN, Stand, lees_stand
from jeugdstelsel.services.realisatie_register import MATEN, SOORTEN, Drempel, Eenheid, eenheden
from jeugdstelsel.services.signaal import Deelsignaal, Signaal, reeks, signaal, signalen, verloop
from jeugdstelsel.services.signaal_besluit import Dossier, dossiers, oorzaak_van, opvolging

Soort = Literal["maatregel", "actielijn", "regio", "land"]
Kleur = Literal["groen", "oranje", "rood", "onbekend"]
GEEN = "geen drempel vastgesteld"


class Eenheidvraag(Bladvraag):
    """Welke eenheden."""

    soort: Soort | None = None


class Signaalvraag(Eenheidvraag, Bekendvraag):
    """Welke signalen."""

    jaar: int | None = Field(None, description=f"Een jaar van {JAREN[0]} tot en met {JAREN[-1]}; leeg is elk jaar.")
    eenheid: str | None = Field(None, max_length=20, description="Sleutel van een eenheid, zoals m03, al4 of land.")
    kleur: Kleur | None = None


class Besluitvraag(Standvraag):
    """Welke besluiten."""

    toestand: Literal["open", "besloten"] | None = None
    eenheid: str | None = Field(None, max_length=20, description="Sleutel van een eenheid, zoals m03, al4 of land.")


class Drempelvorm(Vorm):
    """Vanaf hoeveel procent achter op plan een licht oranje of rood is; iemands keuze, nooit officieel."""

    soort: str = Field(description="Soort eenheid.")
    maat: str = Field(description="inspanning of effect.")
    toestand: str = Field(description=f"vastgesteld, of {GEEN}.")
    oranje: float | None
    rood: float | None
    eigenaar: str
    datum: date | None
    reden: str


class Maatvorm(Vorm):
    """Wat één maat van een licht zegt."""

    maat: str
    kleur: str
    kan_ook: list[str] = Field(description="Andere kleuren die de onzekerheid toelaat.")
    achter: float | None = Field(description="Procent achter op plan; onder 0 is voor. Leeg is niet te meten.")
    ondergrens: float | None
    bovengrens: float | None
    gemeten_met: str = Field(description="Waarmee is gemeten; alleen gelijk gemeten jaren worden vergeleken.")
    trend: str
    uitleg: str
    drempel: Drempelvorm | None


class Signaalvorm(Vorm):
    """Het licht van één eenheid in één jaar."""

    signaal: str
    eenheid: str
    soort: str
    naam: str
    jaar: int
    kleur: str
    grond: str = Field(description="Op welke maten de kleur rust, of waarom er geen kleur is.")
    trend: str
    oorzaak: str = Field(description="Een van de vier uit het document; leeg als het licht er geen vraagt.")
    delen: list[Maatvorm]


class Verloopvorm(Vorm):
    """Het licht zoals het op een eerdere dag bekend was."""

    dag: date
    kleur: str
    grond: str


class Signaalverloop(Signaalvorm):
    """Het licht van één eenheid in één jaar, met hoe het veranderde toen meer bekend werd."""

    verloop: list[Verloopvorm]


class Opvolgvorm(Vorm):
    """Wat een besluit beloofde naast wat ervan kwam, in procent achter op plan."""

    jaar: int
    verwacht: float
    gemeten: float | None
    oordeel: str = Field(description="gehaald, niet gehaald of nog niet te meten.")


class Besluitregel(Vorm):
    """Eén regel van de geschiedenis; wie haar schreef staat niet op de API."""

    dag: date
    waarom: str
    toestand: str


class Besluitvorm(Vorm):
    """Het besluit dat een rood licht vraagt; leeg is wat nog is te besluiten."""

    besluit: str
    eenheid: str
    naam: str
    jaar: int
    toestand: str = Field(description="open of besloten.")
    kleur_nu: str
    maat: str
    achter: float = Field(description="Procent achter op plan toen het licht rood werd.")
    oorzaak: str
    inhoud: str = Field(description="Wat is besloten.")
    eigenaar: str
    datum: date | None
    verwacht_effect: str
    verwacht_achter: float | None
    effect_jaar: int | None
    opvolging: Opvolgvorm | None
    geschiedenis: list[Besluitregel]


def _eenheden(request: HttpRequest, vraag: Query[Eenheidvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, [each for each in eenheden().values() if vraag.soort in (None, each.soort)])


def _signalen(request: HttpRequest, vraag: Query[Signaalvraag]) -> Mapping[str, Any]:
    if vraag.jaar is not None and vraag.jaar not in JAREN:
        raise GebruikersFout(f"'jaar' kan niet '{vraag.jaar}' zijn. Kies uit: {', '.join(map(str, JAREN))}.")
    stand = lees_stand(settings.WERKMAP, vraag.bekend_op)
    lights = [light for light in _lichten(stand, vraag) if vraag.kleur in (None, light.kleur)]
    files = dossiers(settings.WERKMAP, stand)
    page = bladzijde(request, vraag, lights)
    return page | {"resultaten": [_signaal(light, files) for light in page["resultaten"]]}


def _lichten(stand: Stand, vraag: Signaalvraag) -> Iterator[Signaal]:
    """Yield the lights of a unit or of all units, of one kind and year when they are named."""
    years = (vraag.jaar,) if vraag.jaar else JAREN
    if vraag.eenheid is None:
        yield from (light for year in years for light in signalen(stand, year, vraag.soort or ""))
        return
    for light in reeks(stand, vraag.eenheid):
        if light.jaar in years and vraag.soort in (None, light.eenheid.soort):
            yield light


def _een(request: HttpRequest, licht: str, vraag: Query[Bekendvraag]) -> Mapping[str, Any]:
    stand = lees_stand(settings.WERKMAP, vraag.bekend_op)
    code, _, year = licht.rpartition("-")
    if code not in eenheden() or year not in map(str, JAREN):
        raise Http404("dit signaal bestaat niet. Schrijf eenheid en jaar, zoals m03-2027; zie /v1/signalen.")
    light = signaal(stand, code, int(year))
    days = verloop(settings.WERKMAP, code, light.jaar, op=vraag.bekend_op)
    known = [{"dag": day, "kleur": each.kleur, "grond": each.grond} for day, each in days]
    return _signaal(light, dossiers(settings.WERKMAP, stand)) | {"verloop": known}


def _signaal(light: Signaal, files: Sequence[Dossier]) -> dict[str, Any]:
    unit = light.eenheid
    return {
        "signaal": light.code, "eenheid": unit.code, "soort": unit.soort, "naam": unit.naam, "jaar": light.jaar,
        "kleur": light.kleur, "grond": light.grond, "trend": light.trend, "oorzaak": oorzaak_van(light, files),
        "delen": [_deel(part) for part in light.delen],
    }  # fmt: skip


def _deel(part: Deelsignaal) -> Mapping[str, Any]:
    found = part.meting
    return {
        "maat": found.maat, "kleur": part.kleur, "kan_ook": part.kan_ook, "achter": found.achter,
        "ondergrens": found.laag, "bovengrens": found.hoog, "gemeten_met": found.soort, "trend": part.trend,
        "uitleg": part.uitleg if part.uitleg == found.uitleg else f"{part.uitleg}; {found.uitleg}",
        "drempel": _drempel(part.drempel) if part.drempel else None,
    }  # fmt: skip


def _drempels(request: HttpRequest, vraag: Query[Standvraag]) -> Mapping[str, Any]:
    known = lees_stand(settings.WERKMAP, vraag.bekend_op).drempels
    rows = []
    for kind in SOORTEN:
        for measure in MATEN:
            found = known.get(f"{kind}/{measure}")
            rows.append(_drempel(found) if found else _ongezet(kind, measure))
    return bladzijde(request, vraag, rows)


def _drempel(drempel: Drempel) -> Mapping[str, Any]:
    names = ("soort", "maat", "oranje", "rood", "eigenaar", "datum", "reden")
    return {name: getattr(drempel, name) for name in names} | {"toestand": "vastgesteld"}


def _ongezet(soort: str, maat: str) -> Mapping[str, Any]:
    empty = {"oranje": None, "rood": None, "eigenaar": "", "datum": None, "reden": ""}
    return {"soort": soort, "maat": maat, "toestand": GEEN} | empty


def _besluiten(request: HttpRequest, vraag: Query[Besluitvraag]) -> Mapping[str, Any]:
    stand = lees_stand(settings.WERKMAP, vraag.bekend_op)
    found = [
        _besluit(stand, file)
        for file in dossiers(settings.WERKMAP, stand)
        if vraag.toestand in (None, file.besluit.toestand) and vraag.eenheid in (None, file.besluit.eenheid)
    ]
    return bladzijde(request, vraag, found)


def _dossier(request: HttpRequest, besluit: str, vraag: Query[Bekendvraag]) -> Mapping[str, Any]:
    stand = lees_stand(settings.WERKMAP, vraag.bekend_op)
    for file in dossiers(settings.WERKMAP, stand):
        if file.besluit.sleutel == besluit:
            return _besluit(stand, file)
    raise Http404("dit besluit bestaat niet: het licht stond niet op rood. Ze staan in /v1/besluiten.")


def _besluit(stand: Stand, file: Dossier) -> Mapping[str, Any]:
    record = file.besluit
    names = (
        "eenheid", "naam", "jaar", "toestand", "maat", "achter", "oorzaak", "eigenaar", "datum", "verwacht_effect",
        "verwacht_achter", "effect_jaar",
    )  # fmt: skip
    lines = [
        {"dag": dag_van(line.wanneer), "waarom": line.waarom, "toestand": (line.waarde or {}).get("toestand", "")}
        for line in file.geschiedenis
    ]
    return {name: getattr(record, name) for name in names} | {
        "besluit": record.sleutel, "inhoud": record.besluit, "kleur_nu": file.kleur_nu,
        "opvolging": opvolging(stand, record), "geschiedenis": lines,
    }  # fmt: skip


PADEN = (
    Pad(
        "/signaaleenheden", "signaaleenheden", "Waarvan er een licht is",
        "Maatregelen, actielijnen, jeugdregio's en het land: alles wat een verkeerslicht kan hebben.",
        _eenheden, lijst_van("Signaaleenheden", vorm_van(Eenheid)), "signalen", ("/signaaleenheden?soort=actielijn",),
    ),
    Pad(
        "/signalen", "signalen", "Verkeerslichten",
        "Elk licht met de inspanning en het effect waarop het rust, de drempel, de trend en de onzekerheid; zoals nu "
        "bekend of op een eerdere dag.",
        _signalen, lijst_van("Signalen", Signaalvorm), "signalen",
        ("/signalen?jaar=2026", "/signalen?eenheid=land", "/signalen?soort=maatregel&jaar=2027&bekendOp=2026-01-31"),
    ),
    Pad(
        "/signalen/{licht}", "signaal", "Eén verkeerslicht",
        "Het licht van een eenheid in een jaar, zoals m03-2027, met hoe het veranderde toen meer bekend werd.",
        _een, Signaalverloop, "signalen", ("/signalen/totaal-2027",),
    ),
    Pad(
        "/drempels", "drempels", "Drempels van het verkeerslicht",
        "De documenten noemen geen drempel. Wat hier staat is iemands keuze, met eigenaar, datum en reden.",
        _drempels, lijst_van("Drempels", Drempelvorm), "signalen", ("/drempels",),
    ),
    Pad(
        "/besluiten", "besluiten", "Besluiten bij een rood licht",
        "Rood vraagt een besluit met oorzaak, eigenaar, datum en verwacht effect; de opvolging wordt gemeten.",
        _besluiten, lijst_van("Besluiten", Besluitvorm), "signalen", ("/besluiten", "/besluiten?toestand=open"),
    ),
    Pad(
        "/besluiten/{besluit}", "besluit", "Eén besluit", "Een besluit met opvolging en geschiedenis.",
        _dossier, Besluitvorm, "signalen", (),
    ),
)  # fmt: skip
