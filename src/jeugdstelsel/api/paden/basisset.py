"""The set of indicators that Rijk and VNG established, what is proposed for it, and how it meets the conditions."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Standvraag, Vorm, als_rij, bladzijde, lijst_van, vorm_van
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.basisset import (
    BEIDE,
    OPEN,
    Definitie,
    Voorstel,
    definitie_van,
    kandidaten,
    lees_basisset,
    lees_voorstellen,
    rapportjaren,
    vorige_definitie,
)
from jeugdstelsel.services.basisset_maatregel import Koppeling, lees_koppelingen, lees_meetbaarheid
from jeugdstelsel.services.basisset_toets import Oordeel, toets, toets_set
from jeugdstelsel.standaard.basisset import Randvoorwaarde
from jeugdstelsel.store import Inschrijving, Register

Toestand = Literal["open", "vastgesteld", "afgewezen", "ingetrokken"]


class Setvraag(Standvraag):
    """Van welk rapportjaar."""

    rapportjaar: int | None = Field(None, description="Leeg is dit jaar.")


class Voorstelvraag(Standvraag):
    """Welke voorstellen."""

    toestand: Toestand | None = None
    indicator: str | None = Field(None, max_length=80, description="Korte naam van een indicator.")


class Toetsvraag(Setvraag):
    """Van welke indicator; zonder indicator alle van het rapportjaar, of alle die het programma uitrekent."""

    indicator: str | None = Field(None, max_length=80, description="Korte naam van een indicator.")


class Oordeelvraag(Standvraag):
    """Van welke indicator."""

    indicator: str | None = Field(None, max_length=80, description="Korte naam van een indicator.")


class Meetvraag(Standvraag):
    """Van welke maatregel."""

    maatregel: str | None = Field(None, max_length=20, description="Sleutel van een maatregel, zoals m03.")
    toestand: Literal["gekoppeld", "niet meetbaar op maatregelniveau", "nog te koppelen"] | None = None


class Koppelvraag(Standvraag):
    """Aan welke maatregel of afspraak, of van welke indicator."""

    waaraan: str | None = Field(None, max_length=20, description="Maatregel (m03) of afspraak (2.3.1-1).")
    indicator: str | None = Field(None, max_length=80, description="Korte naam van een indicator.")


class Definitievoorstel(vorm_van(Definitie)):  # type: ignore[misc]
    """Wat een indicator betekent, zoals het aan Rijk en VNG is voorgelegd."""

    uitvoering: str = Field(description="Of dit programma precies volgens deze definitie rekent.")


class Setindicator(Vorm):
    """Eén vastgestelde indicator van een rapportjaar."""

    indicator: str
    versie: int
    vanaf_rapportjaar: int
    voorstel: str
    vastgesteld_op: date
    definitie: Definitievoorstel


class Kandidaatvorm(Definitievoorstel):
    """Eén indicator die dit programma kan uitrekenen en die niet is vastgesteld."""

    stand: str


class Goedkeuringvorm(Vorm):
    """De goedkeuring van een van de twee partijen; leeg zolang zij er niet is."""

    partij: str
    dag: date | None
    waarom: str


class Handelingvorm(Vorm):
    """Wat een partij met een voorstel deed; welke persoon dat was, staat niet op de API."""

    dag: date
    handeling: str
    partij: str
    waarom: str


class Voorstelvorm(Vorm):
    """Eén voorstel voor de basisset."""

    voorstel: str
    soort: str = Field(description="nieuw, wijzigen of verwijderen.")
    toestand: str
    namens: str
    vanaf_rapportjaar: int
    vorige_versie: int = Field(description="Versie die het wijzigt; 0 is geen.")
    ingediend: date
    vastgesteld_op: date | None
    definitie: Definitievoorstel
    goedkeuringen: list[Goedkeuringvorm]
    geschiedenis: list[Handelingvorm]


class Voorsteldetail(Voorstelvorm):
    """Eén voorstel naast wat er nu is vastgesteld."""

    vorige_definitie: Definitievoorstel | None = Field(description="Wat het wijzigt; leeg bij een nieuwe indicator.")


class Oordeelvorm(Vorm):
    """Een oordeel van mensen, ook als het later anders werd; wie oordeelde, staat niet op de API."""

    dag: date
    indicator: str
    voorwaarde: str
    oordeel: str = Field(description="voldoet, voldoet niet of ingetrokken.")
    toelichting: str
    waarom: str


class Voorwaardevorm(vorm_van(Randvoorwaarde)):  # type: ignore[misc]
    """Eén voorwaarde van Bijlage 4, met wie eraan voldoet."""

    geslaagd: bool = Field(description="Of ten minste één indicator eraan voldoet.")
    voldoen: list[str] = Field(description="Indicatoren die eraan voldoen.")


class Toetsvorm(Vorm):
    """Eén indicator langs één voorwaarde."""

    indicator: str
    voorwaarde: str = Field(description="Nummer, 1 tot en met 7.")
    uitkomst: str = Field(description="voldoet, voldoet niet of nog te beoordelen.")
    berekend: str = Field(description="ja, nee of onbekend.")
    grond: str
    oordeel: str = Field(description="Oordeel van mensen; leeg als dat er niet is.")
    toelichting: str
    achterhaald: bool = Field(description="Of het oordeel over een eerdere definitie ging en niet meer telt.")


class Meetvorm(Vorm):
    """Waaraan de inspanning voor of het effect van een maatregel is te zien."""

    maatregel: str
    naam: str
    verantwoordelijk: str
    kant: str = Field(description="inspanning of effect.")
    toestand: str
    indicatoren: list[str]
    toelichtingen: list[str]


def _jaar(vraag: Setvraag) -> int:
    year = vraag.rapportjaar or date.today().year
    if year not in rapportjaren():
        raise GebruikersFout(f"'rapportjaar' kan niet '{year}' zijn. Kies uit: {', '.join(map(str, rapportjaren()))}.")
    return year


def _set(request: HttpRequest, vraag: Query[Setvraag]) -> Mapping[str, Any]:
    rows = [
        {
            "indicator": code, "versie": line.versie, "vanaf_rapportjaar": line.vanaf_jaar, "voorstel": line.voorstel,
            "vastgesteld_op": dag_van(line.vastgesteld_op), "definitie": line.definitie,
        }
        for code, line in lees_basisset(settings.WERKMAP, _jaar(vraag), op=vraag.bekend_op).items()
    ]  # fmt: skip
    return bladzijde(request, vraag, rows) | {"rapportjaar": _jaar(vraag)}


def _kandidaten(request: HttpRequest, vraag: Query[Setvraag]) -> Mapping[str, Any]:
    chosen = lees_basisset(settings.WERKMAP, _jaar(vraag), op=vraag.bekend_op)
    proposals = lees_voorstellen(settings.WERKMAP, op=vraag.bekend_op).values()
    waiting = {each.definitie.indicator for each in proposals if each.toestand == OPEN}
    rows = [
        als_rij(each, uitvoering=each.uitvoering, stand="voorgesteld" if code in waiting else "niet vastgesteld")
        for code, each in kandidaten().items()
        if code not in chosen
    ]
    return bladzijde(request, vraag, rows)


def _voorstellen(request: HttpRequest, vraag: Query[Voorstelvraag]) -> Mapping[str, Any]:
    found = [
        _voorstel(each)
        for each in reversed(lees_voorstellen(settings.WERKMAP, op=vraag.bekend_op).values())
        if vraag.toestand in (None, each.toestand) and vraag.indicator in (None, each.definitie.indicator)
    ]
    return bladzijde(request, vraag, found)


def _een(request: HttpRequest, voorstel: str, vraag: Query[Bekendvraag]) -> Mapping[str, Any]:
    found = lees_voorstellen(settings.WERKMAP, op=vraag.bekend_op).get(voorstel)
    if found is None:
        raise Http404("dit voorstel bestaat niet. Ze staan in /v1/voorstellen.")
    return _voorstel(found) | {"vorige_definitie": vorige_definitie(settings.WERKMAP, found)}


def _voorstel(each: Voorstel) -> dict[str, Any]:
    return {
        "voorstel": each.voorstel, "soort": each.soort, "toestand": each.toestand, "namens": each.namens,
        "vanaf_rapportjaar": each.vanaf_jaar, "vorige_versie": each.vorige, "definitie": each.definitie,
        "ingediend": dag_van(each.regels[0].wanneer),
        "vastgesteld_op": dag_van(each.vastgesteld_op) if each.vastgesteld_op else None,
        "goedkeuringen": [_goedkeuring(each, party) for party in BEIDE],
        "geschiedenis": [
            {"dag": dag_van(line.wanneer), "handeling": (line.waarde or {})["handeling"],
             "partij": (line.waarde or {}).get("partij") or each.namens, "waarom": line.waarom}
            for line in each.regels
        ],
    }  # fmt: skip


def _goedkeuring(voorstel: Voorstel, partij: str) -> Mapping[str, Any]:
    given = voorstel.goedkeuringen.get(partij)
    return {"partij": partij, "dag": dag_van(given.moment) if given else None, "waarom": given.waarom if given else ""}


def _getoetst(vraag: Setvraag) -> list[Definitie]:
    """Return what the conditions are asked of: the established set, else everything that the program computes."""
    chosen = lees_basisset(settings.WERKMAP, _jaar(vraag), op=vraag.bekend_op).values()
    return [line.definitie for line in chosen] or list(kandidaten().values())


def _voorwaarden(request: HttpRequest, vraag: Query[Setvraag]) -> Mapping[str, Any]:
    found = toets_set(toets(settings.WERKMAP, _getoetst(vraag), op=vraag.bekend_op))
    rows = [als_rij(each.voorwaarde, geslaagd=each.geslaagd, voldoen=each.voldoen) for each in found]
    return bladzijde(request, vraag, rows)


def _toetsen(request: HttpRequest, vraag: Query[Toetsvraag]) -> Mapping[str, Any]:
    tested = _getoetst(vraag)
    if vraag.indicator is not None:
        one = definitie_van(settings.WERKMAP, vraag.indicator)
        if one is None:
            raise GebruikersFout(f"de 'indicator' '{vraag.indicator[:40]}' bestaat niet. Ze staan in /v1/indicatoren.")
        tested = [one]
    rows = [
        {
            "indicator": code, "voorwaarde": each.voorwaarde.nummer, "uitkomst": each.uitkomst,
            "berekend": each.berekend, "grond": each.grond, "oordeel": each.oordeel.oordeel if each.oordeel else "",
            "toelichting": each.oordeel.toelichting if each.oordeel else "", "achterhaald": each.achterhaald,
        }
        for code, found in toets(settings.WERKMAP, tested, op=vraag.bekend_op).items()
        for each in found
    ]  # fmt: skip
    return bladzijde(request, vraag, rows)


def _oordelen(request: HttpRequest, vraag: Query[Oordeelvraag]) -> Mapping[str, Any]:
    lines = reversed(Register(settings.WERKMAP, Oordeel.register).geschiedenis())
    known = [line for line in lines if vraag.bekend_op is None or dag_van(line.wanneer) <= vraag.bekend_op]
    rows = [_oordeel(line) for line in known]
    return bladzijde(request, vraag, [row for row in rows if vraag.indicator in (None, row["indicator"])])


def _oordeel(line: Inschrijving) -> Mapping[str, Any]:
    value = line.waarde or {"oordeel": "ingetrokken", "toelichting": ""}
    code, _, number = line.sleutel.rpartition("/")
    return {
        "dag": dag_van(line.wanneer), "indicator": code, "voorwaarde": number, "oordeel": value["oordeel"],
        "toelichting": value["toelichting"], "waarom": line.waarom,
    }  # fmt: skip


def _meetbaarheden(request: HttpRequest, vraag: Query[Meetvraag]) -> Mapping[str, Any]:
    rows = [
        {
            "maatregel": each.maatregel.maatregel, "naam": each.maatregel.naam,
            "verantwoordelijk": each.maatregel.verantwoordelijk, "kant": each.kant, "toestand": each.toestand,
            "indicatoren": each.indicatoren, "toelichtingen": [link.toelichting for link in each.koppelingen],
        }
        for each in lees_meetbaarheid(settings.WERKMAP, op=vraag.bekend_op)
        if vraag.maatregel in (None, each.maatregel.maatregel) and vraag.toestand in (None, each.toestand)
    ]  # fmt: skip
    return bladzijde(request, vraag, rows)


def _koppelingen(request: HttpRequest, vraag: Query[Koppelvraag]) -> Mapping[str, Any]:
    found = [
        each
        for each in lees_koppelingen(settings.WERKMAP, op=vraag.bekend_op)
        if vraag.waaraan in (None, each.waaraan) and vraag.indicator in (None, each.indicator)
    ]
    return bladzijde(request, vraag, found)


PADEN = (
    Pad(
        "/basisset-indicatoren", "basissetindicatoren", "De basisset",
        "De indicatoren die Rijk en VNG voor een rapportjaar vaststelden. Leeg zolang zij dat niet allebei deden.",
        _set, lijst_van("Basissetindicatoren", Setindicator, rapportjaar=int), "basisset",
        ("/basisset-indicatoren", "/basisset-indicatoren?rapportjaar=2025&bekendOp=2025-06-01"),
    ),
    Pad(
        "/kandidaatindicatoren", "kandidaatindicatoren", "Kandidaten voor de basisset",
        "Wat dit programma kan uitrekenen en niet is vastgesteld voor een rapportjaar.",
        _kandidaten, lijst_van("Kandidaatindicatoren", Kandidaatvorm), "basisset", ("/kandidaatindicatoren",),
    ),
    Pad(
        "/voorstellen", "voorstellen", "Voorstellen voor de basisset",
        "Voorstellen met hun goedkeuringen en geschiedenis, het nieuwste eerst.",
        _voorstellen, lijst_van("Voorstellen", Voorstelvorm), "basisset",
        ("/voorstellen", "/voorstellen?toestand=open"),
    ),
    Pad(
        "/voorstellen/{voorstel}", "voorstel", "Eén voorstel", "Een voorstel met goedkeuringen en geschiedenis.",
        _een, Voorsteldetail, "basisset", (),
    ),
    Pad(
        "/randvoorwaarden", "randvoorwaarden", "De zeven voorwaarden van Bijlage 4",
        "Elke voorwaarde met de indicatoren die eraan voldoen: van de basisset, of zolang die leeg is van alle.",
        _voorwaarden, lijst_van("Randvoorwaarden", Voorwaardevorm), "basisset", ("/randvoorwaarden",),
    ),
    Pad(
        "/randvoorwaardetoetsen", "randvoorwaardetoetsen", "Indicatoren langs de voorwaarden",
        "Per indicator en voorwaarde wat is berekend, op welke grond, en wat mensen oordeelden.",
        _toetsen, lijst_van("Randvoorwaardetoetsen", Toetsvorm), "basisset",
        ("/randvoorwaardetoetsen?indicator=trajecten", "/randvoorwaardetoetsen"),
    ),
    Pad(
        "/randvoorwaardeoordelen", "randvoorwaardeoordelen", "Oordelen over indicatoren en voorwaarden",
        "Elk oordeel van mensen, het laatste eerst; ook wat later anders werd.",
        _oordelen, lijst_van("Randvoorwaardeoordelen", Oordeelvorm), "basisset", ("/randvoorwaardeoordelen",),
    ),
    Pad(
        "/meetbaarheden", "meetbaarheden", "Waaraan maatregelen zijn te zien",
        "Per maatregel de indicatoren van inspanning en effect, of dat het niet is te meten of nog te koppelen.",
        _meetbaarheden, lijst_van("Meetbaarheden", Meetvorm), "basisset", ("/meetbaarheden?maatregel=m03",),
    ),
    Pad(
        "/indicatorkoppelingen", "indicatorkoppelingen", "Koppelingen van indicatoren",
        "Welke indicator inspanning of effect laat zien van welke maatregel of afspraak.",
        _koppelingen, lijst_van("Indicatorkoppelingen", vorm_van(Koppeling)), "basisset", ("/indicatorkoppelingen",),
    ),
)  # fmt: skip
