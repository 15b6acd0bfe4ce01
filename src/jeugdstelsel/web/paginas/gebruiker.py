"""One account: change what it may do, stop it, or help its owner who lost the password or the second step."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from jeugdstelsel.access.rollen import GEBRUIKERS
from jeugdstelsel.model import Fout
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.paginas.gebruikers import Rechten
from jeugdstelsel.web.vastlegging import log


class Wijziging(Rechten):
    """What may change of an account; `versie` is what the administrator looked at."""

    actief = forms.BooleanField(label="Mag inloggen", required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("rollen", "organisatie", "mail", "actief")


class Herstel(forms.Form):  # type: ignore[misc]
    """A new one-time password, and the second step away."""

    reden = forms.CharField(label="Reden", max_length=300)
    versie = forms.IntegerField(widget=forms.HiddenInput)


def _inhoud(request: HttpRequest, nummer: int) -> Mapping[str, Any] | HttpResponseBase:
    from jeugdstelsel.web.models import Profiel

    profile = Profiel.objects.select_related("gebruiker").filter(pk=nummer).first()
    if profile is None:
        raise Http404
    helping = request.method == "POST" and "herstel" in request.POST
    if helping:
        form: Any = Herstel(request.POST, auto_id="herstel_%s")
        return _herstel(request, profile, form) if form.is_valid() else _toon(request, profile, herstel=form)
    return _wijzig(request, profile, Wijziging(request.POST)) if request.method == "POST" else _toon(request, profile)


def _wijzig(request: HttpRequest, profile: Any, form: Wijziging) -> HttpResponseBase:
    from jeugdstelsel.web.accounts import wijzig

    log(request, "account wijzigen", f"account {profile.gebruiker.get_username()}")
    if not form.is_valid():
        return _toon(request, profile, wijziging=form)
    opgave = form.opgave(form.cleaned_data["actief"])
    if opgave.mail != profile.gebruiker.email:
        log(request, "account wijzigen", f"account {profile.gebruiker.get_username()}, ook het e-mailadres")
    try:
        wijzig(profile, opgave, door=request.user.get_username(), verwacht=form.cleaned_data["versie"])
    except Fout as error:
        form.add_error(None, str(error)[:1].upper() + str(error)[1:])
        return _toon(request, profile, wijziging=form, status=error.http_status)
    messages.success(request, "Het account is gewijzigd en de rechten gelden als opnieuw bekeken.")
    return redirect("gebruikers")


def _herstel(request: HttpRequest, profile: Any, form: Herstel) -> HttpResponseBase:
    from jeugdstelsel.web.accounts import herstel

    naam = profile.gebruiker.get_username()
    password = herstel(profile, door=request.user.get_username(), verwacht=form.cleaned_data["versie"])
    log(request, "account herstellen", f"account {naam}", "gelukt (200)")
    return render(request, "paginas/eenmalig.html", {"titel": "Nieuw wachtwoord", "naam": naam, "woord": password})


def _toon(
    request: HttpRequest, profile: Any, *, wijziging: Any = None, herstel: Any = None, status: int = 200
) -> HttpResponseBase:
    begin = {
        "rollen": profile.rollen, "organisatie": profile.code, "actief": profile.gebruiker.is_active,
        "mail": profile.gebruiker.email, "versie": profile.versie,
    }  # fmt: skip
    delen = {
        "titel": f"Account {profile.gebruiker.get_username()}",
        "profiel": profile,
        "form": wijziging or Wijziging(initial=begin),
        "herstel": herstel or Herstel(initial=begin, auto_id="herstel_%s"),
    }
    return render(request, "paginas/gebruiker.html", delen, status=status)


PAGINA = Pagina("gebruikers/<int:nummer>", "Account", _inhoud, onder="gebruikers", recht=GEBRUIKERS, schrijft=True)
