"""The decision that a red light asks for: write it down, and close the record only when it is whole."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jeugdstelsel.access.rollen import BESLUITEN
from jeugdstelsel.model import Fout
from jeugdstelsel.services.agenda import Ingehaald
from jeugdstelsel.services.realisatie_maatregel import lees_stand
from jeugdstelsel.services.realisatie_register import eenheden
from jeugdstelsel.services.signaal import OORZAKEN
from jeugdstelsel.services.signaal_besluit import Dossier, besluit, vind_dossier
from jeugdstelsel.web.geldformulier import LEZER
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vastlegging import log

VELDEN = ("oorzaak", "besluit", "eigenaar", "datum", "verwacht_effect", "verwacht_achter", "effect_jaar")


class Besluitformulier(forms.Form):  # type: ignore[misc]
    """A decision; everything in it is needed to close the record, and nothing to keep it open."""

    use_required_attribute = False
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    oorzaak = forms.ChoiceField(
        label="Oorzaak van de afwijking",
        help_text="De vier oorzaken die de Hervormingsagenda noemt.",
        choices=[("", "Kies een oorzaak"), *((name, name) for name in OORZAKEN)],
    )
    besluit = forms.CharField(
        label="Besluit: welke beheersmaatregel wordt uitgevoerd?",
        max_length=2000,
        widget=forms.Textarea({"rows": 4, "class": "utrecht-textarea utrecht-textarea--html-textarea"}),
    )
    eigenaar = forms.CharField(label="Eigenaar", max_length=120, widget=forms.TextInput(LEZER))
    datum = forms.DateField(
        label="Datum van het besluit", widget=forms.DateInput({**LEZER, "type": "date"}, "%Y-%m-%d")
    )
    verwacht_effect = forms.CharField(label="Verwacht effect", max_length=500, widget=forms.TextInput(LEZER))
    verwacht_achter = forms.DecimalField(
        label="Hoeveel procent loopt het dan nog hoogstens achter op plan?",
        help_text="Hieraan wordt het besluit later gemeten.",
        max_digits=8, decimal_places=4, localize=True,
        widget=forms.TextInput({**LEZER, "inputmode": "decimal"}),
    )  # fmt: skip
    effect_jaar = forms.IntegerField(label="In welk jaar?", min_value=2015, max_value=2060)
    sluit = forms.BooleanField(label="Het besluit is heel: sluit dit dossier", required=False)
    waarom = forms.CharField(
        label="Waar is dit besloten?", help_text="Het overleg en de datum. Blijft bewaard.", max_length=300,
        widget=forms.TextInput(LEZER),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and not self.data.get("sluit"):
            for name in VELDEN:
                self.fields[name].required = False


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponse:
    dossier = vind_dossier(settings.WERKMAP, lees_stand(settings.WERKMAP), code)
    if dossier is None:
        raise Http404
    if request.method != "POST":
        return _toon(dossier, Besluitformulier(initial=_begin(dossier)))
    form = Besluitformulier(request.POST)
    status = _bewaar(request, dossier, form)
    if status == 200:
        messages.success(request, "Het besluit is vastgelegd.")
        return redirect("signaal", code=dossier.besluit.eenheid)
    return render(request, "paginas/besluit.html", _toon(dossier, form), status=status)


def _toon(dossier: Dossier, form: Besluitformulier) -> Mapping[str, Any]:
    unit = eenheden()[dossier.besluit.eenheid]
    return {"titel": f"Besluit: {unit.naam}, {dossier.besluit.jaar}", "dossier": dossier, "eenheid": unit, "form": form}


def _begin(dossier: Dossier) -> Mapping[str, Any]:
    return {
        **{name: getattr(dossier.besluit, name) for name in VELDEN},
        "versie": dossier.versie, "sluit": not dossier.open,
    }  # fmt: skip


def _bewaar(request: HttpRequest, dossier: Dossier, form: Besluitformulier) -> int:
    """Write the decision and return the status; what was typed stays, and after another's change the new version."""
    if not form.is_valid():
        return 400
    data = form.cleaned_data
    try:
        besluit(
            settings.WERKMAP, dossier, {name: data[name] for name in VELDEN}, wie=request.user.get_username(),
            waarom=data["waarom"], verwacht=data["versie"], sluit=data["sluit"],
        )  # fmt: skip
    except Fout as error:
        form.add_error(None, str(error)[:1].upper() + str(error)[1:])
        if isinstance(error, Ingehaald):
            form.data = form.data.copy()
            form.data["versie"] = dossier.versie
        return error.http_status
    log(request, "besluit vastleggen", f"besluiten: {dossier.besluit.sleutel}")
    return 200


PAGINA = Pagina("besluit/<slug:code>", "Besluit", _inhoud, onder="signalen", recht=BESLUITEN, schrijft=True)
