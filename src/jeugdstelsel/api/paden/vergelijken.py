"""One indicator over all places of a level in one period: with limits of chance, and how the values spread."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.paden.cijfers import plaats_naam, zoek_indicator
from jeugdstelsel.api.vorm import Standvraag, Uitgavekop, Vorm, bladzijde, lijst_van, vorm_van
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.kast import Kast, open_kast
from jeugdstelsel.services.vergelijkgroep import GROEPEN, plaatsen_in_groep
from jeugdstelsel.services.vergelijking import Plek, Staaf, Trechter, geen_grenzen, maak_trechter, verdeel


class Gebiedvraag(Standvraag):
    """Welke plaatsen en welke periode."""

    gebied: Literal["gemeente", "jeugdregio"] = "gemeente"
    periode: str | None = Field(None, max_length=7, description="Zoals 2025 of 2025-K1; leeg is het laatste jaar.")
    uitsplitsing: str | None = Field(None, max_length=40, description="Leeg is het geheel.")


class Vergelijkvraag(Gebiedvraag):
    """Welke plaatsen; met een plaats en een groep alleen die plaats en wie erop lijkt."""

    plaats: str | None = Field(None, max_length=4, description="Code van een gemeente of jeugdregio.")
    groep: Literal["grootte", "jeugdregio", "provincie", "alle"] | None = Field(
        None, description="Even groot, zelfde jeugdregio of provincie, of alle jeugdregio's; hoort bij 'plaats'."
    )


class Grensvorm(Vorm):
    """Hoever een plaats van deze grootte door toeval van het land kan afwijken."""

    laag: float = Field(description="Binnenste grens, 95%.")
    hoog: float
    zeer_laag: float = Field(description="Buitenste grens, 99,8%.")
    zeer_hoog: float


class Vergelekenplaats(Vorm):
    """Eén plaats naast het land."""

    plaats: str
    plaats_naam: str
    waarde: float | None = Field(description="Leeg als de toestand geheim of onbekend is; nooit 0.")
    toestand: str
    status: str | None
    dekking: float | None
    vergeleken: float | None = Field(description="De waarde zoals zij is te vergelijken, zoals per 1000 jongeren.")
    omvang: float | None = Field(description="Waarvan het cijfer een deel of aantal is.")
    oordeel: str = Field(
        description="binnen, hoger, lager, veel hoger, veel lager of te klein; leeg als er geen grenzen zijn."
    )
    interval_laag: float | None = Field(description="Tussen deze waarden ligt het onderliggende cijfer met 95%.")
    interval_hoog: float | None
    grenzen: Grensvorm | None


class Trechtervorm(Vorm):
    """Hoe de grenzen zijn gemaakt."""

    midden: float = Field(description="Het cijfer van Nederland, zoals het wordt vergeleken.")
    eenheid: str
    grootte: str = Field(description="Wat de omvang telt.")
    methode: str
    zonder: int = Field(description="Plaatsen waarvan cijfer of omvang geheim of onbekend is.")
    verwacht: float = Field(description="Hoeveel plaatsen buiten de buitenste grenzen vallen als alle gelijk zijn.")
    alleen_toeval: int = Field(description="Hoeveel er buiten de buitenste grenzen van toeval alleen vallen.")


def _keuze(kast: Kast, code: str, vraag: Gebiedvraag) -> tuple[str, str, list[dict[str, Any]]]:
    """Return the period and split that are asked for, with the figures of every place."""
    known = kast.perioden(code, vraag.gebied)
    every = [period for periods in known.values() for period in periods]
    if vraag.periode is not None and vraag.periode not in every:
        raise GebruikersFout(
            f"over 'periode' '{vraag.periode}' staat in deze uitgave geen cijfer per {vraag.gebied}. "
            f"Kies uit: {', '.join(every) or 'niets'}."
        )
    period = vraag.periode or next(iter(known.get("jaar", every)[-1:]), "")
    splits = ("", "alle") if vraag.uitsplitsing is None else (vraag.uitsplitsing,)
    for split in splits:
        if rows := kast.plaatsen(code, vraag.gebied, period, split):
            return period, split, rows
    return period, splits[0], []


def _vergelijkingen(request: HttpRequest, code: str, vraag: Query[Vergelijkvraag]) -> Mapping[str, Any]:
    zoek_indicator(code)
    kast = open_kast(settings.WERKMAP, vraag.bekend_op)
    period, split, rows = _keuze(kast, code, vraag)
    inside = _groep(vraag, period)
    funnel = maak_trechter(kast, code, vraag.gebied, period, split) if rows else None
    places = {each.plaats: each for each in funnel.plekken} if funnel else {}
    chosen = [
        _plaats(row, vraag.gebied, places.get(row["plaats"]), funnel)
        for row in sorted(rows, key=lambda row: str(row["plaats"]))
        if inside is None or row["plaats"] in inside
    ]
    return bladzijde(request, vraag, chosen) | {
        "periode": period, "uitsplitsing": split, "trechter": funnel, "uitgave": kast.blad,
        "geen_grenzen": geen_grenzen(code),
    }  # fmt: skip


def _groep(vraag: Vergelijkvraag, period: str) -> Sequence[str] | None:
    """Return the places that are asked for; None is all."""
    if vraag.plaats is None and vraag.groep is None:
        return None
    if vraag.plaats is None or vraag.groep not in (None, *GROEPEN[vraag.gebied]):
        raise GebruikersFout(f"'groep' hoort bij 'plaats'. Kies uit: {', '.join(GROEPEN[vraag.gebied])}.")
    if vraag.plaats in ("", plaats_naam(vraag.gebied, vraag.plaats)):
        raise GebruikersFout(f"'plaats' '{vraag.plaats}' bestaat niet. Kies een code uit /v1/{vraag.gebied}s.")
    if vraag.groep is None or not period:
        return (vraag.plaats,)
    return plaatsen_in_groep(vraag.groep, vraag.gebied, vraag.plaats, int(period[:4]))


def _plaats(row: Mapping[str, Any], gebied: str, plek: Plek | None, funnel: Trechter | None) -> Mapping[str, Any]:
    low, high = funnel.interval(plek) if plek and funnel else (None, None)
    return {
        "plaats": row["plaats"], "plaats_naam": plaats_naam(gebied, row["plaats"]), "waarde": row["waarde"],
        "toestand": row["toestand"], "status": row["status"], "dekking": row["dekking"],
        "vergeleken": plek.waarde if plek else None, "omvang": plek.omvang if plek else None,
        "oordeel": plek.oordeel if plek else "", "interval_laag": low, "interval_hoog": high,
        "grenzen": funnel.maat.grenzen(plek.omvang) if plek and funnel else None,
    }  # fmt: skip


def _verdelingen(request: HttpRequest, code: str, vraag: Query[Gebiedvraag]) -> Mapping[str, Any]:
    zoek_indicator(code)
    kast = open_kast(settings.WERKMAP, vraag.bekend_op)
    period, split, rows = _keuze(kast, code, vraag)
    bars = verdeel([row["waarde"] for row in rows if row["waarde"] is not None])
    hidden = sum(row["waarde"] is None for row in rows)
    return bladzijde(request, vraag, bars) | {
        "periode": period, "uitsplitsing": split, "zonder": hidden, "uitgave": kast.blad
    }  # fmt: skip


PADEN = (
    Pad(
        "/indicatoren/{code}/vergelijkingen", "vergelijkingen", "Plaatsen naast elkaar",
        "Alle gemeenten of jeugdregio's in één periode naast het land, met grenzen van toeval zodat een kleine plaats "
        "niet bij toeval opvalt.",
        _vergelijkingen,
        lijst_van(
            "Vergelijkingen", Vergelekenplaats, periode=str, uitsplitsing=str, trechter=Trechtervorm | None,
            geen_grenzen=str, uitgave=Uitgavekop,
        ),
        "cijfers",
        ("/indicatoren/jeugdhulpgebruik/vergelijkingen?gebied=jeugdregio",
         "/indicatoren/trajecten/vergelijkingen?plaats=0363&groep=grootte", "/indicatoren/kosten/vergelijkingen"),
    ),
    Pad(
        "/indicatoren/{code}/verdelingen", "verdelingen", "Verdeling over plaatsen",
        "Hoeveel gemeenten of jeugdregio's welke waarde hebben; de laatste staaf telt haar bovengrens mee.",
        _verdelingen, lijst_van("Verdelingen", vorm_van(Staaf), periode=str, uitsplitsing=str, zonder=int,
                                uitgave=Uitgavekop),
        "cijfers", ("/indicatoren/trajecten/verdelingen?gebied=jeugdregio",),
    ),
)  # fmt: skip
