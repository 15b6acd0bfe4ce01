"""The form with which an editor adds something to a register that no document has yet."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from jeugdstelsel.access.rollen import REGISTERS as RECHT
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import REGISTERS, Nieuw, Post, voeg_toe
from jeugdstelsel.standaard.agenda import Termijn
from jeugdstelsel.web.onderdelen.agenda import PAGINA_VAN, Nieuwformulier
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.vastlegging import log


def _inhoud(request: HttpRequest, register: str) -> Mapping[str, Any] | HttpResponseBase:
    if register not in REGISTERS:
        raise Http404
    shown = {"titel": f"Toevoegen aan het register {register}", "register": register}
    if request.method != "POST":
        return {**shown, "form": Nieuwformulier(register, initial={"vanaf": date.today()})}
    log(request, "register aanvullen", register)
    form: Any = Nieuwformulier(register, request.POST)
    status = 400
    if form.is_valid():
        try:
            post = _voeg_toe(request, register, form.cleaned_data)
        except GebruikersFout as error:
            text, status = str(error), error.http_status
            form.add_error(None, text[:1].upper() + text[1:])
        else:
            messages.success(request, "Het is toegevoegd aan het register.")
            return redirect(PAGINA_VAN[register], post.sleutel)
    return render(request, "paginas/nieuw.html", {**shown, "form": form}, status=status)


def _voeg_toe(request: HttpRequest, register: str, data: Mapping[str, Any]) -> Post:
    new = Nieuw(data["wat"], data["wie"], data["groep"], data["plaats"])
    term = Termijn(data["wanneer"], data["uiterlijk"], data["stand"], data["toelichting"])
    who = request.user.get_username()
    return voeg_toe(settings.WERKMAP, register, new, term, wie=who, waarom=data["waarom"], vanaf=data["vanaf"])


PAGINA = Pagina(
    "register/<str:register>/nieuw", "Toevoegen", _inhoud, onder="afspraken", recht=RECHT, schrijft=True,
    voorbeelden=("/register/afspraken/nieuw",),
)  # fmt: skip
