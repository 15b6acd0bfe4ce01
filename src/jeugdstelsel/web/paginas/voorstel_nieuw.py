"""The form to propose a change of the set of indicators; it starts with the definition as it stands."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from jeugdstelsel.access.rollen import VOORSTELLEN
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.basisset import NIEUW, WIJZIGEN, Voorstel, kandidaten, lees_basisset
from jeugdstelsel.services.basisset_voorstel import stel_voor
from jeugdstelsel.web.onderdelen.basisset import Voorstelformulier, partijen_van
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vastlegging import log


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponseBase:
    delen = {"titel": PAGINA.titel, "kandidaten": sorted(kandidaten().values(), key=lambda each: each.titel)}
    if request.method != "POST":
        return {**delen, "form": Voorstelformulier(partijen_van(request), initial=_begin(request))}
    form = Voorstelformulier(partijen_van(request), request.POST)
    status = 400
    if form.is_valid():
        try:
            made = _doe(request, form)
        except GebruikersFout as error:
            form.add_error(None, str(error)[:1].upper() + str(error)[1:])
            status = error.http_status
        else:
            log(request, "voorstel doen", f"basisset: {made.voorstel}")
            messages.success(request, "Het voorstel is vastgelegd. De basisset is er niet door veranderd.")
            return redirect("voorstel", made.voorstel)
    return render(request, "paginas/voorstel_nieuw.html", {**delen, "form": form}, status=status)


def _doe(request: HttpRequest, form: Voorstelformulier) -> Voorstel:
    data = form.cleaned_data
    return stel_voor(
        settings.WERKMAP, data["soort"], form.definitie(), data["vanaf_jaar"], namens=data["namens"],
        wie=request.user.get_username(), waarom=data["waarom"],
    )  # fmt: skip


def _begin(request: HttpRequest) -> dict[str, Any]:
    """Start with the established definition of an indicator, else with that of this program, else with nothing."""
    code, year = request.GET.get("indicator", ""), date.today().year
    standing = lees_basisset(settings.WERKMAP, year).get(code)
    if standing:
        return {**asdict(standing.definitie), "soort": WIJZIGEN, "vanaf_jaar": year}
    ours = kandidaten().get(code)
    return {**(asdict(ours) if ours else {}), "soort": NIEUW, "vanaf_jaar": year}


PAGINA = Pagina(
    "voorstellen/nieuw", "Doe een voorstel voor de basisset", _inhoud, onder="voorstellen",
    recht=VOORSTELLEN, schrijft=True,
    voorbeelden=("/voorstellen/nieuw", "/voorstellen/nieuw?indicator=trajecten"),
)  # fmt: skip
