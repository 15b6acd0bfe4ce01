"""Every account with its roles, its organisation and when its rights were last looked at; and a new one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from jeugdstelsel.access.rollen import BEZOEKER, GEBRUIKERS, ROLLEN
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vastlegging import log


class Rechten(forms.Form):  # type: ignore[misc]
    """What an account may do, and why."""

    rollen = forms.MultipleChoiceField(
        label="Rollen",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(rol, f"{rol}: {', '.join(sorted(rechten - BEZOEKER))}") for rol, rechten in ROLLEN.items()],
    )
    organisatie = forms.CharField(
        label="Organisatie",
        required=False,
        max_length=20,
        help_text="Gemeentecode (0363), regiocode (JZ24) of AGB-code. Leeg: geen.",
    )
    mail = forms.EmailField(
        label="E-mailadres",
        required=False,
        help_text="Alleen voor een nieuw wachtwoord. Het moet van deze persoon zelf zijn, niet van een afdeling.",
    )
    reden = forms.CharField(label="Reden", max_length=300, help_text="Komt in het logboek. Noem geen cliënten.")

    def opgave(self, actief: bool = True) -> Any:
        """Return the Opgave that was filled in."""
        from jeugdstelsel.web.accounts import Opgave

        given = self.cleaned_data
        return Opgave(tuple(given["rollen"]), given["organisatie"], actief, given["mail"])


class Nieuw(Rechten):
    """A new account."""

    naam = forms.CharField(label="Accountnaam", max_length=50, help_text="Eén persoon per account.")
    field_order = ("naam",)


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponseBase:
    from jeugdstelsel.web.accounts import maak
    from jeugdstelsel.web.models import Profiel

    form = Nieuw(request.POST or None)
    if request.method == "POST" and form.is_valid():
        naam = form.cleaned_data["naam"]
        try:
            password = maak(naam, form.opgave(), door=request.user.get_username())
            log(request, "account maken", f"account {naam}", "gelukt (200)")
            return render(request, "paginas/eenmalig.html", {"titel": "Nieuw account", "naam": naam, "woord": password})
        except GebruikersFout as error:
            form.add_error(None, str(error)[:1].upper() + str(error)[1:])
    profiles = Profiel.objects.select_related("gebruiker").prefetch_related("gebruiker__groups")
    return {"form": form, "profielen": profiles.order_by("gebruiker__username"), "vandaag": date.today()}


PAGINA = Pagina(
    "gebruikers", "Gebruikers", _inhoud, menu="Gebruikers", volgorde=95, recht=GEBRUIKERS, schrijft=True,
    voorbeelden=("/gebruikers",),
)  # fmt: skip
