"""Per measure of Bijlage 2: with which indicators its effort and its effect are seen, or that nobody said so yet."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.services.basisset import bekende_indicatoren
from jeugdstelsel.services.basisset_maatregel import (
    NIET_MEETBAAR,
    NOG_TE_KOPPELEN,
    Meetbaarheid,
    lees_koppelingen,
    lees_meetbaarheid,
    maatregelcodes,
    onvolledig,
)
from jeugdstelsel.standaard.agenda import afspraken
from jeugdstelsel.web.onderdelen.agenda import ALLE, keuze
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.toegang import mag
from jeugdstelsel.web.vraag import bekend_op, kies

KOP = ("Maatregel", "Verantwoordelijk", "Kant", "Toestand", "Indicatoren", "Toelichting")
KOP_AFSPRAAK = ("Afspraak", "Kant", "Indicator", "Toelichting")
TOESTANDEN = (ALLE, "gekoppeld", NIET_MEETBAAR, NOG_TE_KOPPELEN)


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    op = bekend_op(request)
    state = kies(request, "toestand", TOESTANDEN, ALLE)
    every, titles = lees_meetbaarheid(settings.WERKMAP, op=op), bekende_indicatoren(settings.WERKMAP)
    rows = [_rij(each, titles) for each in every if state in (ALLE, each.toestand)]
    if request.GET.get("formaat") == "csv":
        return als_csv("maatregelindicatoren", KOP, [[cell.tekst for cell in row] for row in rows])
    links = [each for each in lees_koppelingen(settings.WERKMAP, op=op) if each.waaraan not in maatregelcodes()]
    agreements = [
        [Cel(f"{each.waaraan} {afspraken()[each.waaraan].wat}", reverse("afspraak", args=[each.waaraan])),
         *map(Cel, (each.kant, titles.get(each.indicator, NIET_MEETBAAR), each.toelichting))]
        for each in links
    ]  # fmt: skip
    return {
        "filters": [keuze(request, "toestand", "Toestand", TOESTANDEN)], "bekend_op": op,
        "onvolledig": len(onvolledig(every)), "totaal": len(every), "vraag": request.GET.urlencode(),
        "tabel": Tabel("Inspanning en effect per maatregel", KOP, rows), "mag_bewerken": mag(request, REGISTERS),
        "afspraken": Tabel("Afspraken met een indicator", KOP_AFSPRAAK, agreements) if agreements else None,
    }  # fmt: skip


def _rij(each: Meetbaarheid, titles: Mapping[str, str]) -> Sequence[Cel]:
    measure = each.maatregel
    texts = (
        measure.verantwoordelijk or "niet genoemd", each.kant, each.toestand,
        "; ".join(titles.get(code, code) for code in each.indicatoren) or "–",
        " ".join(link.toelichting for link in each.koppelingen) or "–",
    )  # fmt: skip
    return Cel(measure.naam, reverse("maatregel", args=[measure.maatregel])), *map(Cel, texts)


PAGINA = Pagina(
    "meetbaarheid", "Maatregelen en hun indicatoren", _inhoud, menu="Indicatoren per maatregel",
    onder="indicatoren", volgorde=40,
    voorbeelden=("/meetbaarheid", "/meetbaarheid?toestand=nog te koppelen"),
    api=("/v1/meetbaarheden", "/v1/indicatorkoppelingen"),
)  # fmt: skip
