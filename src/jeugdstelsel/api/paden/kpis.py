"""The KPIs: horizon, owner, where each began, where it is, and its goal or that there is none yet."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Standvraag, Vorm, bladzijde, lijst_van
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.basisset_kpi import GEEN_DOEL, GEEN_NULMETING, Kpi, Kpistand, lees_kpis
from jeugdstelsel.store import Inschrijving, Register


class Kpivraag(Standvraag):
    """Welke kpi's."""

    horizon: Literal["kort", "lang"] | None = None


class Doelvorm(Vorm):
    """Het doel van een kpi."""

    toestand: str = Field(description=f"vastgesteld, of {GEEN_DOEL}.")
    waarde: float | None
    jaar: int | None
    bron: str


class Kpicijfer(Vorm):
    """Een gepubliceerd landelijk cijfer van de indicator."""

    periode: str
    waarde: float | None = Field(description="Leeg als de toestand iets anders is dan gepubliceerd.")
    toestand: str
    status: str


class Nulmeting(Kpicijfer):
    """Waar een kpi begon, zoals het cijfer toen luidde."""

    peildatum: date | None
    uitgave: int | None


class Kpiregel(Vorm):
    """Eén regel van de geschiedenis; wie haar schreef staat niet op de API."""

    dag: date
    waarom: str
    horizon: str
    eigenaar: str
    nulmeting_over: str
    doel: Doelvorm


class Kpivorm(Vorm):
    """Eén kpi."""

    kpi: str
    naam: str
    indicator: str
    indicator_titel: str
    eenheid: str = Field(description="Leeg als dit programma de indicator niet uitrekent.")
    horizon: str
    eigenaar: str
    nulmeting: Nulmeting
    nu: Kpicijfer
    doel: Doelvorm
    geschiedenis: list[Kpiregel]


def _kpis(request: HttpRequest, vraag: Query[Kpivraag]) -> Mapping[str, Any]:
    found = lees_kpis(settings.WERKMAP, horizon=vraag.horizon or "", op=vraag.bekend_op)
    return bladzijde(request, vraag, [_kpi(each, vraag.bekend_op) for each in found])


def _een(request: HttpRequest, kpi: str, vraag: Query[Bekendvraag]) -> Mapping[str, Any]:
    for each in lees_kpis(settings.WERKMAP, op=vraag.bekend_op):
        if each.kpi.kpi == kpi:
            return _kpi(each, vraag.bekend_op)
    raise Http404("deze kpi bestaat niet. Ze staan in /v1/kpis.")


def _kpi(stand: Kpistand, op: date | None) -> Mapping[str, Any]:
    kpi = stand.kpi
    lines = Register(settings.WERKMAP, Kpi.register).geschiedenis(kpi.kpi)
    return {
        "kpi": kpi.kpi, "naam": kpi.naam, "indicator": kpi.indicator, "indicator_titel": stand.indicator,
        "eenheid": stand.eenheid, "horizon": kpi.horizon, "eigenaar": kpi.eigenaar, "nulmeting": _nul(kpi),
        "nu": _nu(stand), "doel": _doel(kpi),
        "geschiedenis": [_regel(line) for line in lines if op is None or dag_van(line.wanneer) <= op],
    }  # fmt: skip


def _nul(kpi: Kpi) -> Mapping[str, Any]:
    return {
        "periode": kpi.nul_periode, "waarde": kpi.nul_waarde, "status": kpi.nul_status,
        "toestand": (kpi.nul_toestand or "gepubliceerd") if kpi.nul_periode else GEEN_NULMETING,
        "peildatum": kpi.nul_peildatum, "uitgave": kpi.nul_uitgave,
    }  # fmt: skip


def _nu(stand: Kpistand) -> Mapping[str, Any]:
    row = stand.nu
    if row is None:
        state = "onbekend" if stand.eenheid else "nog niet gedefinieerd"
        return {"periode": "", "waarde": None, "toestand": state, "status": ""}
    return {"periode": row["periode"], "waarde": row["waarde"], "toestand": row["toestand"], "status": row["status"]}


def _doel(kpi: Kpi | None) -> Mapping[str, Any]:
    if kpi is None or kpi.doel is None:
        return {"toestand": GEEN_DOEL, "waarde": None, "jaar": None, "bron": ""}
    return {"toestand": "vastgesteld", "waarde": kpi.doel, "jaar": kpi.doel_jaar, "bron": kpi.doel_bron}


def _regel(line: Inschrijving) -> Mapping[str, Any]:
    value = Kpi.lees(line.waarde) if line.waarde is not None else None
    return {
        "dag": dag_van(line.wanneer), "waarom": line.waarom, "horizon": value.horizon if value else "ingetrokken",
        "eigenaar": value.eigenaar if value else "", "doel": _doel(value),
        "nulmeting_over": (value.nul_periode or GEEN_NULMETING) if value else "",
    }  # fmt: skip


PADEN = (
    Pad(
        "/kpis", "kpis", "Kpi's", "Elke kpi met horizon, eigenaar, nulmeting, laatste cijfer en doel.",
        _kpis, lijst_van("Kpis", Kpivorm), "basisset", ("/kpis", "/kpis?horizon=kort"),
    ),
    Pad("/kpis/{kpi}", "kpi", "Eén kpi", "Een kpi met elke eerdere waarde.", _een, Kpivorm, "basisset", ()),
)  # fmt: skip
