"""Money as printed: the budget series, measures and investments of the Hervormingsagenda, their totals, and Iv3."""

from collections.abc import Mapping
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bladvraag, Vorm, als_rij, bladzijde, lijst_van, vorm_van
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services import controletotalen, kader
from jeugdstelsel.services.iv3_reeks import Plaats, Punt
from jeugdstelsel.services.plek import inwoners, read_geld
from jeugdstelsel.standaard import iv3
from jeugdstelsel.standaard.kader import (
    PRIJSPEIL,
    Investering,
    Kaderregel,
    Maatregel,
    budgetreeks,
    investeringen,
    investeringen_van,
    maatregelen,
)

IN_MILJOENEN = f"Bedragen in miljoenen euro, prijspeil {PRIJSPEIL}; een besparing is negatief. Leeg is niet ingevuld."


class Kadercontrole(Vorm):
    """Eén totaal, nagerekend uit zijn delen."""

    wat: str
    jaar: str
    berekend: int
    gedrukt: int | None
    verschil: int
    oordeel: str = Field(description="gelijk, afronding of tegenstrijdig.")
    plaats: str


class Investeringvorm(vorm_van(Investering)):  # type: ignore[misc]
    """Eén investering en wie haar betaalt."""


class Maatregelvorm(vorm_van(Maatregel)):  # type: ignore[misc]
    """Eén maatregel met haar investeringen."""

    investeringen: list[Investeringvorm] = Field(description="Wat Bijlage 3 bij deze maatregel noemt.")


class Iv3vraag(Bladvraag):
    """Van welke plaats; zonder plaats is het Nederland."""

    gemeente: str | None = Field(None, max_length=40, description="Code van een gemeente.")
    jeugdregio: str | None = Field(None, max_length=60, description="Code van een jeugdregio.")
    document: Literal["jaarrekening", "begroting", "kwartaal 1", "kwartaal 2", "kwartaal 3", "kwartaal 4"] = (
        "jaarrekening"
    )
    zijde: Literal["lasten", "baten"] = "lasten"
    niveau: Literal["vergelijkbaar", "vorm", "taakveld"] | None = Field(
        None, description="Hoe fijn; zonder keuze zo fijn als over alle jaren te vergelijken is."
    )


class Iv3punt(Vorm):
    """Eén bedrag van een reeks."""

    lijn: str
    naam: str
    jaar: int
    document: str
    zijde: str
    indeling: str
    eurocent: int | None
    prijspeil: int
    toestand: str = Field(description="waarde, onvolledig, onbekend of niet te vertalen.")
    dekking: float | None
    markeringen: list[str] = Field(description="Waarom dit bedrag niet zomaar met het vorige is te vergelijken.")
    inwoners_tot_18: int | None = Field(description="Van de plaats op 1 januari; een schatting, leeg is onbekend.")


def _budgetregels(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(budgetreeks().values()))


def _maatregelen(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(maatregelen().values()))


def _maatregel(request: HttpRequest, maatregel: str) -> Mapping[str, Any]:
    if maatregel not in maatregelen():
        raise Http404("deze maatregel bestaat niet. Ze staan in /v1/maatregelen.")
    return als_rij(maatregelen()[maatregel], investeringen=investeringen_van(maatregel))


def _investeringen(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(investeringen().values()))


def _kadercontroles(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, kader.controleer())


def _controles(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, controletotalen.controleer())


def _iv3(request: HttpRequest, vraag: Query[Iv3vraag]) -> Mapping[str, Any]:
    if vraag.gemeente and vraag.jeugdregio:
        raise GebruikersFout("kies 'gemeente' of 'jeugdregio', niet allebei.")
    kind = "gemeente" if vraag.gemeente else "jeugdregio" if vraag.jeugdregio else "land"
    code = vraag.gemeente or vraag.jeugdregio or ""
    series = read_geld(settings.WERKMAP, kind, code, vraag.document, zijde=vraag.zijde, niveau=vraag.niveau)
    rows = [_punt(point, series.plaats) for point in series.punten]
    return bladzijde(request, vraag, rows) | {
        "plaats": series.plaats.naam, "toelichting": series.toelichting, "bron": iv3.iv3_bron().bron,
    }  # fmt: skip


def _punt(point: Punt, plaats: Plaats) -> Mapping[str, Any]:
    people = inwoners(plaats.soort, plaats.code, point.jaar)
    return als_rij(
        point, eurocent=point.bedrag, dekking=point.dekking, inwoners_tot_18=people[1] if people else None
    )  # fmt: skip


PADEN = (
    Pad(
        "/budgetregels", "budgetregels", "Regels van de budgetreeks",
        f"De regels van Bijlage 1 van de Hervormingsagenda. {IN_MILJOENEN}",
        _budgetregels, lijst_van("Budgetregels", vorm_van(Kaderregel)), "geld", ("/budgetregels",),
    ),
    Pad(
        "/maatregelen", "maatregelen", "Maatregelen", f"De maatregelen van Bijlage 2. {IN_MILJOENEN}",
        _maatregelen, lijst_van("Maatregelen", vorm_van(Maatregel)), "geld", ("/maatregelen",),
    ),
    Pad(
        "/maatregelen/{maatregel}", "maatregel", "Eén maatregel",
        f"Eén maatregel van Bijlage 2; wat ervan kwam staat in /v1/maatregeljaren. {IN_MILJOENEN}",
        _maatregel, Maatregelvorm, "geld", ("/maatregelen/m06",),
    ),
    Pad(
        "/investeringen", "investeringen", "Investeringen", f"De investeringen van Bijlage 3. {IN_MILJOENEN}",
        _investeringen, lijst_van("Investeringen", Investeringvorm), "geld", ("/investeringen",),
    ),
    Pad(
        "/kadercontroles", "kadercontroles", "Totalen van het kader, nagerekend",
        f"Elk totaal van Bijlage 1, 2 en 3 naast de som van zijn delen. {IN_MILJOENEN}",
        _kadercontroles, lijst_van("Kadercontroles", Kadercontrole), "geld", ("/kadercontroles",),
    ),
    Pad(
        "/controles", "controles", "Gedrukte cijfers, nagerekend",
        "Elk cijfer dat documenten drukken, naast wat zijn delen geven binnen hun afronding.",
        _controles, lijst_van("Controles", vorm_van(controletotalen.Controle)), "geld", ("/controles",),
    ),
    Pad(
        "/iv3-bedragen", "iv3bedragen", "Uitgaven aan jeugd volgens Iv3",
        "Lasten of baten van een gemeente, jeugdregio of het land, zoals gemeenten ze aan het CBS opgaven; onbewerkt, "
        "in eurocenten. Deze bedragen zijn echt.",
        _iv3, lijst_van("Iv3reeks", Iv3punt, plaats=str, toelichting=list[str], bron=str), "geld",
        ("/iv3-bedragen?gemeente=0363", "/iv3-bedragen"),
    ),
)  # fmt: skip
