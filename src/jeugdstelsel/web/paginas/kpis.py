"""The KPIs by horizon: where each began, where it is, and its goal or that there is none yet."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.basisset_kpi import GEEN_DOEL, GEEN_NULMETING, HORIZONNEN, Kpi, Kpistand, lees_kpis
from jeugdstelsel.web.onderdelen.agenda import ALLE, keuze
from jeugdstelsel.web.onderdelen.basisset import indicatorcel
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import cijfer, dag, eenheid_van, periode, procent
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies

KOP = (
    "Kpi", "Indicator", "Horizon", "Eigenaar", "Nulmeting", "Peildatum van de nulmeting", "Laatste cijfer", "Doel",
    "Eenheid", "Verschillen tussen regio's",
)  # fmt: skip


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op = bekend_op(request)
    horizon = kies(request, "horizon", (ALLE, *HORIZONNEN), ALLE)
    found = lees_kpis(settings.WERKMAP, horizon="" if horizon == ALLE else horizon, op=op)
    rows = [rij(each) for each in found]
    if request.GET.get("formaat") == "csv":
        return als_csv("kpis", KOP, [[cell.tekst for cell in row] for row in rows])
    return {
        "filters": [keuze(request, "horizon", "Horizon", (ALLE, *HORIZONNEN))], "bekend_op": op,
        "aantal": len(rows), "tabel": Tabel("Kpi's", KOP, rows), "vraag": request.GET.urlencode(),
        "mag_bewerken": mag(request, REGISTERS),
    }  # fmt: skip


def rij(stand: Kpistand) -> Sequence[Cel]:
    """Return a KPI as a row of `KOP`."""
    kpi = stand.kpi
    regions = f"{reverse('indicator', args=[kpi.indicator])}?gebied=jeugdregio" if stand.eenheid else ""
    return (
        Cel(kpi.naam, reverse("kpi", args=[kpi.kpi])), indicatorcel(kpi.indicator, stand.indicator),
        Cel(kpi.horizon), Cel(kpi.eigenaar),
        Cel(nulmeting(stand)), Cel(dag(kpi.nul_peildatum) or "onbekend"), Cel(_nu(stand)), Cel(doel(stand)),
        Cel(eenheid_van(stand.eenheid) or "nog niet gedefinieerd"),
        Cel("bekijk per jeugdregio" if regions else "geen cijfers", regions),
    )  # fmt: skip


def nulmeting(stand: Kpistand) -> str:
    """Return where a KPI began, in words."""
    kpi = stand.kpi
    if not kpi.nul_periode:
        return GEEN_NULMETING
    value = cijfer(_getal(kpi.nul_waarde), kpi.nul_toestand, stand.eenheid)
    status = f", {kpi.nul_status}" if kpi.nul_status else ""
    return f"{value} in {periode(kpi.nul_periode)}{status} (uitgave {kpi.nul_uitgave})"


def doel(stand: Kpistand) -> str:
    """Return the goal of a KPI in words, or that there is none yet."""
    kpi: Kpi = stand.kpi
    if kpi.doel is None:
        return GEEN_DOEL
    return f"{cijfer(_getal(kpi.doel), '', stand.eenheid)} in {kpi.doel_jaar} ({kpi.doel_bron})"


def _nu(stand: Kpistand) -> str:
    row = stand.nu
    if row is None:
        return "onbekend" if stand.kpi.indicator in all_indicators() else "nog niet gedefinieerd"
    value = cijfer(row["waarde"], row["toestand"] or "", stand.eenheid)
    cover = f", dekking {procent(row['dekking'])}" if row["dekking"] is not None else ""
    return f"{value} in {periode(row['periode'])}, {row['status']}{cover}"


def _getal(waarde: Any) -> float | None:
    return None if waarde is None else float(waarde)


PAGINA = Pagina(
    "kpis",
    "Kpi's",
    _inhoud,
    menu="Kpi's",
    onder="indicatoren",
    volgorde=45,
    voorbeelden=("/kpis", "/kpis?horizon=kort"),
    api=("/v1/kpis",),
)
