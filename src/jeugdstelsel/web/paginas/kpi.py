"""One KPI: horizon, owner, where it began, where it is, its goal, and every earlier value."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.basisset_kpi import GEEN_DOEL, GEEN_NULMETING, Kpi, lees_kpis
from jeugdstelsel.store import Inschrijving, Register
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.paginas.kpis import KOP, rij
from jeugdstelsel.web.templatetags.stelsel import dag
from jeugdstelsel.web.toegang import mag, naam_voor
from jeugdstelsel.web.vraag import bekend_op

KOP_GESCHIEDENIS = ("Dag", "Horizon", "Eigenaar", "Nulmeting over", "Doel", "Wie", "Waarom")


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any]:
    op = bekend_op(request)
    found = next((each for each in lees_kpis(settings.WERKMAP, op=op) if each.kpi.kpi == code), None)
    if found is None:
        raise Http404
    history = [
        _regel(line, naam_voor(request, line.wie))
        for line in Register(settings.WERKMAP, Kpi.register).geschiedenis(code)
        if op is None or dag_van(line.wanneer) <= op
    ]
    return {
        "titel": found.kpi.naam, "stand": found, "bekend_op": op,
        "kenmerken": list(zip(KOP, rij(found), strict=True))[1:],
        "geschiedenis": Tabel("Wat er eerder stond", KOP_GESCHIEDENIS, history),
        "mag_bewerken": mag(request, REGISTERS),
    }  # fmt: skip


def _regel(line: Inschrijving, wie: str) -> list[Cel]:
    value = Kpi.lees(line.waarde) if line.waarde is not None else None
    if value is None:
        texts = ("ingetrokken", "–", "–", "–")
    else:
        goal = GEEN_DOEL if value.doel is None else f"{value.doel} in {value.doel_jaar} ({value.doel_bron})"
        texts = (value.horizon, value.eigenaar, value.nul_periode or GEEN_NULMETING, goal)
    return [*map(Cel, (dag(dag_van(line.wanneer)), *texts, wie, line.waarom))]


PAGINA = Pagina(
    "kpi/<slug:code>", "Kpi", _inhoud, onder="kpis", voorbeelden=("/kpi/trajecten",), api=("/v1/kpis/{code}",)
)
