"""Meetings and their decisions, whether they are held as often as agreed, and the form to record one."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.overleg import GEHOUDEN, Overlegstand, lees_overleggen, lees_ritme, leg_overleg_vast
from jeugdstelsel.standaard.agenda import overlegsoorten
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import dag
from jeugdstelsel.web.toegang import eis_recht, mag
from jeugdstelsel.web.vastlegging import log
from jeugdstelsel.web.vraag import bekend_op

KOP = ("Overleg", "Dag", "Gehouden", "Besluiten", "Plaats of bron")
_BESLUIT = re.compile(r"^(.*?)\s*(?:\[([^\]]*)\])?$")


class Overlegformulier(forms.Form):  # type: ignore[misc]
    """A meeting with its decisions, one on a line, each with the agreements that it is about between brackets."""

    soort = forms.ChoiceField(label="Overleg", choices=[(each.soort, each.naam) for each in overlegsoorten().values()])
    dag = forms.DateField(label="Dag", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    gehouden = forms.ChoiceField(label="Gehouden", choices=[(each, each) for each in GEHOUDEN])
    besluiten = forms.CharField(
        label="Besluiten", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Eén besluit per regel, met afspraken erachter. Zoals: De module is vastgesteld [2.3.1-1].",
    )  # fmt: skip
    waarom = forms.CharField(label="Waarom", max_length=300, help_text="Bijvoorbeeld: volgens het verslag.")
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)


def lees_besluiten(tekst: str) -> list[tuple[str, list[str]]]:
    """Return the decisions of a text: what, and the numbers of agreements between the brackets at the end."""
    found = [_BESLUIT.match(line.strip()) for line in tekst.splitlines() if line.strip()]
    return [(each[1], re.split(r"[;,\s]+", each[2].strip()) if each[2] else []) for each in found if each]


def schrijf_besluiten(overleg: Overlegstand) -> str:
    """Return the decisions of a meeting as `lees_besluiten` reads them."""
    return "\n".join(
        f"{each.wat} [{'; '.join(each.afspraken)}]" if each.afspraken else each.wat for each in overleg.besluiten
    )


def bewaar(request: HttpRequest, sleutel: str = "") -> tuple[Any, int]:
    """Record what the form asks; return the form, as it was typed and with what is wrong, and the status."""
    eis_recht(request, REGISTERS)
    log(request, "register wijzigen", f"overleggen {sleutel or 'nieuw'}")
    form: Any = Overlegformulier(request.POST)
    if not form.is_valid():
        return form, 400
    try:
        _leg_vast(request, form.cleaned_data, sleutel)
    except GebruikersFout as error:
        return _opnieuw(request, sleutel, str(error)), error.http_status
    messages.success(request, "Het overleg is bewaard.")
    return form, 200


def _leg_vast(request: HttpRequest, data: Mapping[str, Any], sleutel: str) -> None:
    leg_overleg_vast(
        settings.WERKMAP, data["soort"], data["dag"], data["gehouden"], lees_besluiten(data["besluiten"]),
        wie=request.user.get_username(), waarom=data["waarom"], verwacht=data["versie"], sleutel=sleutel,
    )  # fmt: skip


def _opnieuw(request: HttpRequest, sleutel: str, fout: str) -> Overlegformulier:
    """Return the form as it was typed, now beside the version that stands."""
    data = request.POST.copy()
    if sleutel:
        data["versie"] = str(lees_overleggen(settings.WERKMAP)[sleutel].versie)
    form = Overlegformulier(data)
    form.add_error(None, fout[:1].upper() + fout[1:])
    return form


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponseBase:
    if request.method == "POST":
        form, status = bewaar(request)
        if status == 200:
            return redirect("overleggen")
        return render(request, "paginas/overleggen.html", _delen(request, form), status=status)
    if request.GET.get("formaat") == "csv":
        return _csv(request)
    return _delen(request, Overlegformulier(initial={"dag": date.today()}))


def _csv(request: HttpRequest) -> HttpResponse:
    rows = _rijen(request)
    return als_csv("overleggen", KOP, [[cell.tekst for cell in row] for row in rows])


def _delen(request: HttpRequest, form: Any) -> dict[str, Any]:
    op = bekend_op(request)
    rhythm = [
        (
            Cel(f"{each.soort.naam}, {each.jaar}"), Cel(str(each.norm), getal=True),
            Cel(str(each.vastgelegd), getal=True), Cel(each.oordeel), Cel(each.soort.plaats),
        )
        for each in lees_ritme(settings.WERKMAP, op=op)
    ]  # fmt: skip
    head = ("Overleg en jaar", "Afgesproken (ten minste)", "Vastgelegd", "Oordeel", "Plaats")
    return {
        "titel": PAGINA.titel, "bekend_op": op, "tabel": Tabel("Overleggen en hun besluiten", KOP, _rijen(request)),
        "ritme": Tabel("Vastgelegde overleggen naast wat is afgesproken", head, rhythm),
        "form": form if mag(request, REGISTERS) and op is None else None, "vraag": request.GET.urlencode(),
    }  # fmt: skip


def _rijen(request: HttpRequest) -> list[Sequence[Cel]]:
    kinds = overlegsoorten()
    return [
        (
            Cel(kinds[each.overleg.soort].naam, reverse("overleg", args=[key])),
            Cel(each.overleg.wanneer or dag(each.overleg.dag)), Cel(each.overleg.gehouden),
            Cel(schrijf_besluiten(each).replace("\n", " · ") or "geen vastgelegd"), Cel(each.overleg.plaats),
        )
        for key, each in lees_overleggen(settings.WERKMAP, op=bekend_op(request)).items()
    ]  # fmt: skip


PAGINA = Pagina(
    "overleggen", "Overleggen en besluiten", _inhoud, menu="Overleggen", onder="afspraken", volgorde=5, schrijft=True,
    voorbeelden=("/overleggen", "/overleggen?bekend_op=2025-06-01"),
    api=("/v1/overleggen", "/v1/overlegritmes"),
)  # fmt: skip
