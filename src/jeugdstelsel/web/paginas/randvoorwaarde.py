"""One indicator beside the seven conditions: what was computed on what ground, and what people judged."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse

from jeugdstelsel.access.rollen import VOORSTELLEN
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.basisset import definitie_van
from jeugdstelsel.services.basisset_toets import NOG_TE_BEOORDELEN, Oordeel, Toets, toets
from jeugdstelsel.store import Inschrijving, Register
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import dag
from jeugdstelsel.web.toegang import mag, naam_voor
from jeugdstelsel.web.vraag import bekend_op

KOP = ("Voorwaarde", "Uitkomst", "Berekend", "Grond", "Oordeel van mensen")
KOP_GESCHIEDENIS = ("Dag", "Voorwaarde", "Oordeel", "Toelichting", "Wie", "Waarom")


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any]:
    definition = definitie_van(settings.WERKMAP, code)
    if definition is None:
        raise Http404
    op = bekend_op(request)
    found = toets(settings.WERKMAP, [definition], op=op)[code]
    edits = mag(request, VOORSTELLEN) and op is None
    history = [
        _regel(line, naam_voor(request, line.wie))
        for line in Register(settings.WERKMAP, Oordeel.register).geschiedenis()
        if line.sleutel.startswith(f"{code}/") and (op is None or dag_van(line.wanneer) <= op)
    ]
    return {
        "titel": f"{definition.titel} en de zeven voorwaarden", "definitie": definition, "bekend_op": op,
        "tabel": Tabel("Hoe het cijfer aan elke voorwaarde voldoet", KOP, [_rij(code, each, edits) for each in found]),
        "geschiedenis": Tabel("Wie wat oordeelde", KOP_GESCHIEDENIS, history) if history else None,
    }  # fmt: skip


def _regel(line: Inschrijving, wie: str) -> list[Cel]:
    value = line.waarde or {"oordeel": "ingetrokken", "toelichting": "–"}
    number = line.sleutel.rpartition("/")[2]
    texts = (dag(dag_van(line.wanneer)), number, value["oordeel"], value["toelichting"], wie, line.waarom)
    return [*map(Cel, texts)]


def _rij(code: str, each: Toets, edits: bool) -> Sequence[Cel]:
    condition, judged = each.voorwaarde, each.oordeel
    text = f"{judged.oordeel}: {judged.toelichting}" if judged else NOG_TE_BEOORDELEN
    old = " (over een eerdere definitie; telt niet meer)" if each.achterhaald else ""
    link = f"{reverse('oordeel')}?indicator={code}&voorwaarde={condition.nummer}"
    key = f"{reverse('oordeel')}?sleutel={code}/{condition.nummer}"
    address = (key if judged else link) if edits else ""
    return (
        Cel(f"{condition.nummer}. {condition.titel}"), Cel(each.uitkomst), Cel(each.berekend), Cel(each.grond),
        Cel(text + old, address),
    )  # fmt: skip


PAGINA = Pagina(
    "randvoorwaarden/indicator/<str:code>", "Indicator en voorwaarden", _inhoud, onder="randvoorwaarden",
    voorbeelden=("/randvoorwaarden/indicator/trajecten",),
    api=("/v1/randvoorwaardetoetsen?indicator={code}", "/v1/randvoorwaardeoordelen?indicator={code}",),
)  # fmt: skip
