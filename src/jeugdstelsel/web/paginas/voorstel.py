"""One proposal: what it changes, who approved it, what was done with it, and the form of who may decide."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from jeugdstelsel.access.rollen import VOORSTELLEN as RECHT_OM_TE_DOEN
from jeugdstelsel.model import Fout, NietToegestaan
from jeugdstelsel.services.agenda import Ingehaald, dag_van
from jeugdstelsel.services.basisset import (
    AFWIJZEN,
    BEIDE,
    GOEDKEUREN,
    INTREKKEN,
    OPEN,
    TERUGNEMEN,
    Definitie,
    Voorstel,
    lees_voorstellen,
    vorige_definitie,
)
from jeugdstelsel.services.basisset_voorstel import keur_goed, neem_terug, trek_in, wijs_af
from jeugdstelsel.web.onderdelen.basisset import Besluitformulier, beslist_voor, partijen_van
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import dag
from jeugdstelsel.web.toegang import mag, naam_voor
from jeugdstelsel.web.vastlegging import log
from jeugdstelsel.web.vraag import bekend_op

DOEN: Mapping[str, Callable[..., Voorstel]] = {
    GOEDKEUREN: keur_goed, AFWIJZEN: wijs_af, TERUGNEMEN: neem_terug, INTREKKEN: trek_in,
}  # fmt: skip
VELDEN = (
    ("indicator", "Korte naam"), ("titel", "Titel"), ("betekenis", "Betekenis"), ("eenheid", "Eenheid"),
    ("teller", "Teller"), ("noemer", "Noemer"), ("bronnen", "Bronnen"), ("programmaversie", "Versie in het programma"),
    ("kenmerk", "Kenmerk van de berekening"),
)  # fmt: skip


def _inhoud(request: HttpRequest, code: str) -> Mapping[str, Any] | HttpResponseBase:
    op = bekend_op(request)
    proposal = lees_voorstellen(settings.WERKMAP, op=op).get(code)
    if proposal is None:
        raise Http404
    if request.method == "POST":
        return _besluit(request, proposal)
    acts = handelingen(request, proposal) if op is None else []
    return _delen(request, proposal, _leeg(proposal, acts) if acts else None)


def handelingen(request: HttpRequest, voorstel: Voorstel) -> list[tuple[str, str]]:
    """Return what this visitor may do with a proposal: the act with its party, and how it reads."""
    if voorstel.toestand != OPEN or not mag(request, RECHT_OM_TE_DOEN):
        return []
    acts = [
        (act, party)
        for party in beslist_voor(request)
        for act in ((TERUGNEMEN,) if party in voorstel.goedkeuringen else (GOEDKEUREN, AFWIJZEN))
    ]
    acts += [(INTREKKEN, voorstel.namens)] if voorstel.namens in partijen_van(request) else []
    return [(f"{act}|{party}", f"{act} namens {party}") for act, party in acts]


def _besluit(request: HttpRequest, voorstel: Voorstel) -> HttpResponseBase:
    """Do what was asked; what was typed stays on the page when that cannot be."""
    log(request, "besluiten over voorstel", f"basisset: {voorstel.voorstel}")
    acts = handelingen(request, voorstel)
    if voorstel.toestand == OPEN and not acts:
        raise NietToegestaan("u kunt over dit voorstel niet besluiten. Dat doen het Rijk, de VNG en wie het indiende.")
    form, status = Besluitformulier(acts, request.POST), 400
    if request.POST.get("versie", "").isdigit() and int(request.POST["versie"]) != voorstel.versie:
        error = Ingehaald("iemand anders heeft intussen iets vastgelegd. Bekijk het voorstel opnieuw en besluit dan.")
        form, status = _opnieuw(request, voorstel, acts, error), error.http_status
    elif form.is_valid():
        try:
            done = _doe(request, voorstel, form.cleaned_data)
        except Fout as error:
            form, status = _opnieuw(request, voorstel, acts, error), error.http_status
        else:
            messages.success(request, f"Vastgelegd. Het voorstel is nu {done.toestand}.")
            return redirect("voorstel", voorstel.voorstel)
    return render(request, "paginas/voorstel.html", _delen(request, voorstel, form), status=status)


def _doe(request: HttpRequest, voorstel: Voorstel, data: Mapping[str, Any]) -> Voorstel:
    act, _, party = data["handeling"].partition("|")
    return DOEN[act](
        settings.WERKMAP, voorstel.voorstel, party, wie=request.user.get_username(), waarom=data["waarom"],
        verwacht=data["versie"],
    )  # fmt: skip


def _opnieuw(request: HttpRequest, voorstel: Voorstel, acts: list[tuple[str, str]], error: Fout) -> Besluitformulier:
    """Return the form as it was typed, now beside the version that stands."""
    data = request.POST.copy()
    data["versie"] = str(voorstel.versie)
    form = Besluitformulier(acts, data)
    form.add_error(None, str(error)[:1].upper() + str(error)[1:])
    return form


def _leeg(voorstel: Voorstel, acts: list[tuple[str, str]]) -> Besluitformulier:
    return Besluitformulier(acts, initial={"versie": voorstel.versie})


def _delen(request: HttpRequest, voorstel: Voorstel, form: Any) -> dict[str, Any]:
    before = vorige_definitie(settings.WERKMAP, voorstel)
    given = voorstel.goedkeuringen
    return {
        "titel": f"Voorstel {voorstel.voorstel}: {voorstel.definitie.titel} ({voorstel.soort})", "voorstel": voorstel,
        "verschil": _verschil(before, voorstel), "bekend_op": bekend_op(request), "form": form,
        "goedkeuringen": [(party, given.get(party)) for party in BEIDE],
        "geschiedenis": _geschiedenis(request, voorstel),
    }  # fmt: skip


def _verschil(before: Definitie | None, voorstel: Voorstel) -> Tabel:
    """Return the definition that stood beside the one that is proposed, and where they differ."""
    after = voorstel.definitie if voorstel.soort != "verwijderen" else None
    rows = []
    for name, label in VELDEN:
        was, becomes = ((each and getattr(each, name)) or "–" for each in (before, after))
        rows.append([Cel(label), Cel(was), Cel(becomes), Cel("gelijk" if was == becomes else "anders")])
    return Tabel("Wat er staat en wat het wordt", ("Onderdeel", "Vóór dit voorstel", "Voorgesteld", "Verschil"), rows)


def _geschiedenis(request: HttpRequest, voorstel: Voorstel) -> Tabel:
    rows = [
        [
            Cel(dag(dag_van(line.wanneer))), Cel((line.waarde or {})["handeling"]),
            Cel((line.waarde or {}).get("partij") or voorstel.namens), Cel(naam_voor(request, line.wie)),
            Cel(line.waarom),
        ]
        for line in voorstel.regels
    ]  # fmt: skip
    return Tabel("Wie wat wanneer deed", ("Dag", "Handeling", "Namens", "Wie", "Waarom"), rows)


PAGINA = Pagina(
    "voorstel/<slug:code>", "Voorstel", _inhoud, onder="voorstellen", schrijft=True, schrijfrecht=RECHT_OM_TE_DOEN,
    voorbeelden=("/voorstel/v0001", "/voorstel/v0002"),
    api=("/v1/voorstellen/{code}",),
)  # fmt: skip
