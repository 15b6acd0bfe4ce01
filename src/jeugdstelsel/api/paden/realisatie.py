"""Money as it went: spending beside the budget series, what came of measures, and who bears a difference."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Standvraag, Vorm, als_rij, bladzijde, lijst_van
from jeugdstelsel.services.realisatie import REIKWIJDTE, prijsindex
from jeugdstelsel.services.realisatie_maatregel import (
    JAREN,
    Maatregeljaar,
    Stand,
    lees_stand,
    maatregeljaar,
    totale_toerekening,
)
from jeugdstelsel.services.realisatie_register import Raming, stand_van
from jeugdstelsel.standaard.kader import PRIJSPEIL, maatregelen


class Maatregelvraag(Standvraag):
    """Van welke maatregel en welk jaar; wat u weglaat, beperkt niet."""

    maatregel: str | None = Field(None, max_length=20, description="Sleutel van een maatregel, zoals m03 of totaal.")
    jaar: int | None = None


class Bedragvorm(Vorm):
    """Een bedrag in eurocenten, in prijzen van een jaar."""

    eurocent: int
    prijspeil: int


class Afwijkingvorm(Bedragvorm):
    """Wat is gerealiseerd min het plan; procent van het plan."""

    procent: float | None


class Draagdeel(Vorm):
    """Het deel van een verschil dat één partij draagt, met beginsel en bron."""

    partij: str
    bedrag: int = Field(description="Eurocenten.")
    beginsel: str
    bron: str


class Toerekeningvorm(Vorm):
    """Wie een verschil draagt volgens hoofdstuk 3; de delen en de rest tellen op tot het verschil."""

    afwijking: int = Field(description="Eurocenten; boven 0 is slechter dan het plan.")
    delen: list[Draagdeel]
    niet_toegerekend: int = Field(description="Eurocenten.")
    ontbreekt: list[str] = Field(description="Wat ontbreekt om meer te zeggen.")


class Mutatievorm(Vorm):
    """Een wijziging van de budgetreeks na de Voorjaarsnota 2023."""

    naam: str
    geldbron: str
    miljoen: float
    bron: str


class Uitgegeven(Vorm):
    """Wat gemeenten in een jaar uitgaven volgens Iv3."""

    bedrag: Bedragvorm
    document: str
    status: str
    volledig: bool = Field(description="Of elke gemeente alles opgaf; anders is het ten minste dit bedrag.")
    dekking: float | None
    markeringen: list[str]


class Budgetjaarvorm(Vorm):
    """Eén jaar: de budgetreeks naast de uitgaven."""

    jaar: int
    gedrukt: Bedragvorm
    mutaties: list[Mutatievorm]
    budget: Bedragvorm
    uitgave: Uitgegeven | None = Field(description="Leeg als er nog geen uitgaven van dit jaar zijn.")
    omgerekend: Bedragvorm | None = Field(description="De uitgaven in prijzen van de reeks; leeg als dat niet kan.")
    afwijking: Afwijkingvorm | None
    uitleg: str = Field(description="Waarom er geen verschil is, of met welke index het is gemaakt.")
    toerekening: Toerekeningvorm | None


class Inspanningvorm(Vorm):
    """Wat één partij afsprak te doen en wat zij leverde."""

    partij: str
    wat: str
    afgesproken: float
    geleverd: float | None = Field(description="Leeg is onbekend.")
    bron: str


class Maatregeljaarvorm(Vorm):
    """Eén maatregel in één jaar: plan, inspanning, realisatie en wie het verschil draagt. Een besparing is negatief."""

    maatregel: str
    naam: str
    jaar: int
    plan: Bedragvorm | None = Field(description="Leeg als Bijlage 2 voor dit jaar niets noemt.")
    toestand: str = Field(description="gemeten, of waarom niet.")
    gerealiseerd: Bedragvorm | None
    bron: str = Field(description="Bron van wat is gerealiseerd.")
    afwijking: Afwijkingvorm | None
    inspanningen: list[Inspanningvorm]
    toerekening: Toerekeningvorm | None


class Ramingvorm(Vorm):
    """Een raming van een ander; zij staat naast de budgetreeks en vervangt niets."""

    naam: str
    jaar: int
    miljoen: float
    laag: float | None
    hoog: float | None
    prijspeil: int
    methode: str
    basisjaar: int
    bron: str


class Prijsindexvorm(Vorm):
    """De prijsindex die iemand koos; er is geen officiële."""

    naam: str
    eigenaar: str
    datum: date
    reden: str
    bron: str
    cijfers: dict[str, float] = Field(description="Indexcijfer per jaar.")


def _budgetjaren(request: HttpRequest, vraag: Query[Standvraag]) -> Mapping[str, Any]:
    stand = lees_stand(settings.WERKMAP, vraag.bekend_op)
    rows = [als_rij(year, toerekening=totale_toerekening(stand, jaar)) for jaar, year in stand.budget.items()]
    return bladzijde(request, vraag, rows) | {"prijspeil": PRIJSPEIL, "reikwijdte": REIKWIJDTE}


def _maatregeljaren(request: HttpRequest, vraag: Query[Maatregelvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(_jaren(lees_stand(settings.WERKMAP, vraag.bekend_op), vraag)))


def _jaren(stand: Stand, vraag: Maatregelvraag) -> Iterator[Mapping[str, Any]]:
    for code in maatregelen():
        for year in JAREN:
            if vraag.maatregel in (None, code) and vraag.jaar in (None, year):
                yield _maatregeljaar(maatregeljaar(stand, code, year))


def _maatregeljaar(year: Maatregeljaar) -> Mapping[str, Any]:
    return als_rij(
        year, naam=maatregelen()[year.maatregel].naam, gerealiseerd=year.gerealiseerd, toestand=year.toestand,
        bron=year.resultaat.bron if year.resultaat else "",
    )  # fmt: skip


def _ramingen(request: HttpRequest, vraag: Query[Standvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(stand_van(settings.WERKMAP, Raming, vraag.bekend_op).values()))


def _prijsindexen(request: HttpRequest, vraag: Query[Standvraag]) -> Mapping[str, Any]:
    found = prijsindex(settings.WERKMAP, vraag.bekend_op)
    figures = {str(year): figure for year, figure in found.cijfers.items()} if found else {}
    return bladzijde(request, vraag, [als_rij(found, cijfers=figures)] if found else [])


PADEN = (
    Pad(
        "/budgetjaren", "budgetjaren", "De budgetreeks naast de uitgaven",
        "Per jaar de reeks met haar mutaties, de uitgaven volgens Iv3, het verschil als het prijspeil gelijk is, en "
        "wie dat draagt.",
        _budgetjaren, lijst_van("Budgetjaren", Budgetjaarvorm, prijspeil=int, reikwijdte=str), "geld",
        ("/budgetjaren", "/budgetjaren?bekendOp=2026-01-31"),
    ),
    Pad(
        "/maatregeljaren", "maatregeljaren", "Wat er van maatregelen kwam",
        "Per maatregel en jaar het plan, de inspanning, de realisatie waar die is te meten, en wie een verschil "
        "draagt.",
        _maatregeljaren, lijst_van("Maatregeljaren", Maatregeljaarvorm), "geld",
        ("/maatregeljaren?maatregel=totaal", "/maatregeljaren?jaar=2026"),
    ),
    Pad(
        "/ramingen", "ramingen", "Ramingen van anderen", "Ramingen van uitgaven, elk in haar eigen prijzen.",
        _ramingen, lijst_van("Ramingen", Ramingvorm), "geld", ("/ramingen",),
    ),
    Pad(
        "/prijsindexen", "prijsindexen", "De gekozen prijsindex",
        "Waarmee uitgaven naar het prijspeil van de reeks worden omgerekend; leeg zolang niemand er een vastlegde.",
        _prijsindexen, lijst_van("Prijsindexen", Prijsindexvorm), "geld", ("/prijsindexen",),
    ),
)  # fmt: skip
