"""One meeting: its decisions, the agreements that they are about, and who recorded it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.services.overleg import Overlegstand, lees_overleggen
from jeugdstelsel.standaard.agenda import afspraken, overlegsoorten
from jeugdstelsel.store import Inschrijving
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.paginas.overleggen import Overlegformulier, bewaar, schrijf_besluiten
from jeugdstelsel.web.templatetags.stelsel import dag
from jeugdstelsel.web.toegang import mag, naam_voor


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponseBase:
    if code not in lees_overleggen(settings.WERKMAP):
        raise Http404
    if request.method != "POST":
        return _delen(request, code)
    form, status = bewaar(request, code)
    if status == 200:
        return redirect("overleg", code)
    return render(request, "paginas/overleg.html", {**_delen(request, code), "form": form}, status=status)


def _delen(request: HttpRequest, code: str) -> dict[str, Any]:
    meeting = lees_overleggen(settings.WERKMAP)[code]
    known, held = afspraken(), meeting.overleg
    return {
        "titel": f"{overlegsoorten()[held.soort].naam}, {held.wanneer or dag(held.dag)}",
        "stand": meeting,
        "besluiten": [(each.wat, [known[number] for number in each.afspraken]) for each in meeting.besluiten],
        "geschiedenis": _geschiedenis(request, meeting),
        "form": Overlegformulier(initial=_begin(meeting)) if mag(request, REGISTERS) else None,
    }  # fmt: skip


def _begin(stand: Overlegstand) -> dict[str, Any]:
    meeting = stand.overleg
    return {
        "soort": meeting.soort, "dag": meeting.dag, "gehouden": meeting.gehouden,
        "besluiten": schrijf_besluiten(stand), "versie": stand.versie,
    }  # fmt: skip


def _geschiedenis(request: HttpRequest, stand: Overlegstand) -> Tabel | None:
    """Return who recorded what and why; None for what only a document names."""
    rows = [_regel(line, line.waarde or {}, naam_voor(request, line.wie)) for line in stand.regels]
    return Tabel("Wie wat vastlegde", ("Vastgelegd", "Wie", "Gehouden", "Besluiten", "Waarom"), rows) if rows else None


def _regel(regel: Inschrijving, waarde: Mapping[str, Any], wie: str) -> list[Cel]:
    decisions = " · ".join(each["wat"] for each in waarde.get("besluiten", ())) or "geen"
    texts = (dag(dag_van(regel.wanneer)), wie, waarde.get("gehouden", ""), decisions, regel.waarom)
    return [*map(Cel, texts)]


PAGINA = Pagina(
    "overleg/<str:code>",
    "Overleg",
    _inhoud,
    onder="overleggen",
    schrijft=True,
    voorbeelden=("/overleg/ov03",),
    api=("/v1/overleggen/{code}",),
)
