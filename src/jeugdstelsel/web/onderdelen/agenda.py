"""What the pages of the agenda share: lists of posts, one post with its history, and the form that moves its term."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from jeugdstelsel.access.rollen import REGISTERS
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import SIGNALEN, Post, Regel, groepen, lees_post, lees_posten, wijzig
from jeugdstelsel.standaard.agenda import STANDEN, Termijn
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.templatetags.stelsel import dag
from jeugdstelsel.web.toegang import eis_recht, mag, naam_voor
from jeugdstelsel.web.vastlegging import log
from jeugdstelsel.web.vraag import bekend_op, kies

ALLE = "alle"
PAGINA_VAN = {"acties": "actie", "afspraken": "afspraak", "wetten": "wet", "moties": "motie"}
AANDACHT = (ALLE, "alles wat aandacht vraagt", *SIGNALEN)
OP_EEN_BLAD = 50
"""How many rows one page shows; a download has them all."""

Rij = TypeVar("Rij")
KOP = ("Nummer", "Wat", "Wie", "Wanneer", "Uiterlijk", "Stand", "Aandacht", "Plaats")


class Termijnformulier(forms.Form):  # type: ignore[misc]
    """Another term or state, from when and why; `versie` is what the editor looked at."""

    wanneer = forms.CharField(
        label="Wanneer", max_length=200, required=False,
        help_text="In woorden, zoals ‘Q1 2027’ of ‘na de zomer van 2027’.",
    )  # fmt: skip
    uiterlijk = forms.DateField(
        label="Uiterlijk", required=False, help_text="De laatste dag. Leeg als er geen laatste dag is.",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )  # fmt: skip
    stand = forms.ChoiceField(label="Stand", choices=[(each, each) for each in STANDEN])
    toelichting = forms.CharField(
        label="Toelichting", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    vanaf = forms.DateField(label="Geldt vanaf", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    waarom = forms.CharField(label="Waarom", max_length=300, help_text="Iedereen kan dit lezen. Noem geen personen.")
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class Nieuwformulier(Termijnformulier):
    """Something that no document of ours has yet."""

    wat = forms.CharField(label="Wat", max_length=300)
    wie = forms.CharField(
        label="Wie", max_length=200, required=False, help_text="Organisaties, met een puntkomma ertussen."
    )
    groep = forms.ChoiceField(label="Hoort bij", required=False)
    plaats = forms.CharField(label="Waar het staat", max_length=200, help_text="Het stuk en de bladzijde of paragraaf.")
    versie = None
    field_order = ("wat", "wie", "groep", "plaats")

    def __init__(self, register: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groep"].choices = [(each, each or "alle opgaven") for each in groepen(register)]


def toon_post(request: HttpRequest, register: str, code: str, **meer: Any) -> Mapping[str, Any] | HttpResponseBase:
    """Return the page of one post, or after its form was sent: move the term and come back."""
    op = bekend_op(request)
    if code not in lees_posten(settings.WERKMAP, register):
        raise Http404
    if request.method == "POST":
        return _bewaar(request, register, code, meer)
    return _delen(request, lees_post(settings.WERKMAP, register, code, op=op), op) | meer


def filter_posten(request: HttpRequest, posten: Iterable[Post], dag: date) -> list[Post]:
    """Return the posts that the filters in the address ask for: `stand`, `wie` and `aandacht`."""
    posts = list(posten)
    stand = kies(request, "stand", (ALLE, *STANDEN), ALLE)
    wie = kies(request, "wie", (ALLE, *partijen(posts)), ALLE)
    aandacht = kies(request, "aandacht", AANDACHT, ALLE)
    wanted = {ALLE: None, AANDACHT[1]: set(SIGNALEN)}.get(aandacht, {aandacht})
    return [
        post
        for post in posts
        if stand in (ALLE, post.termijn.stand)
        and (wie == ALLE or wie in post.wie)
        and (wanted is None or post.signaal(dag) in wanted)
    ]


def keuzes(request: HttpRequest, posten: Iterable[Post]) -> list[dict[str, Any]]:
    """Return the filters that `filter_posten` reads, for the form above the list."""
    return [
        keuze(request, "wie", "Wie", (ALLE, *partijen(posten))),
        keuze(request, "stand", "Stand", (ALLE, *STANDEN)),
        keuze(request, "aandacht", "Aandacht", AANDACHT),
    ]


def keuze(request: HttpRequest, naam: str, label: str, waarden: Sequence[str | tuple[str, str]]) -> dict[str, Any]:
    """Return one filter with its choices and what is chosen."""
    options = [(each, each) if isinstance(each, str) else each for each in waarden]
    return {"naam": naam, "label": label, "opties": options, "gekozen": request.GET.get(naam) or ALLE}


def blader(request: HttpRequest, rijen: Sequence[Rij]) -> tuple[Sequence[Rij], list[dict[str, Any]]]:
    """Return the part of a list that `blad` in the address asks for, and the links to every part (none for one)."""
    parts = [str(number + 1) for number in range(max(1, -(-len(rijen) // OP_EEN_BLAD)))]
    current = kies(request, "blad", parts, "1")
    start = (int(current) - 1) * OP_EEN_BLAD
    links = []
    for number in parts if len(parts) > 1 else ():
        query = request.GET.copy()
        query["blad"] = number
        links.append({"nummer": number, "adres": f"?{query.urlencode()}", "hier": number == current})
    return rijen[start : start + OP_EEN_BLAD], links


def partijen(posten: Iterable[Post]) -> list[str]:
    """Return who is named, in order."""
    return sorted({name for post in posten for name in post.wie}, key=str.lower)


def posttabel(bijschrift: str, posten: Iterable[Post], dag: date) -> Tabel:
    """Return posts as a table, each with a link to its own page."""
    return Tabel(bijschrift, KOP, [_rij(post, dag) for post in posten])


def waarden(posten: Iterable[Post], dag: date) -> list[tuple[str, ...]]:
    """Return posts as rows of text to download."""
    return [tuple(cell.tekst for cell in _rij(post, dag)) for post in posten]


def adres(post: Post) -> str:
    """Return the address of the page of a post."""
    return str(reverse(PAGINA_VAN[post.register], args=[post.sleutel]))


def zeg_termijn(termijn: Termijn) -> str:
    """Return a term in words, with its last day."""
    last = f"uiterlijk {dag(termijn.uiterlijk)}" if termijn.uiterlijk else ""
    return "; ".join(part for part in (termijn.wanneer, last) if part) or "geen termijn genoemd"


def _rij(post: Post, op: date) -> Sequence[Cel]:
    term = post.termijn
    last = dag(term.uiterlijk) or ("geen dag" if term.wanneer else "niet genoemd")
    moved = " (verschoven)" if post.verschoven else ""
    texts = (
        post.wat, ", ".join(post.wie), term.wanneer or "niet genoemd", last + moved, term.stand, post.signaal(op),
        post.plaats,
    )  # fmt: skip
    return Cel(post.sleutel, adres(post)), *map(Cel, texts)


def _delen(request: HttpRequest, post: Post, op: date | None) -> dict[str, Any]:
    """Return what the template of a post shows."""
    edits, last = mag(request, REGISTERS) and op is None, post.regels[-1]
    return {
        "titel": post.wat, "post": post, "signaal": post.signaal(op or date.today()), "bekend_op": op,
        "termijn": zeg_termijn(post.termijn), "geschiedenis": _geschiedenis(request, post.regels),
        "volgens": f"{volgens(request, last)}, {dag(last.bekend.date())}",
        "form": Termijnformulier(initial=_begin(post)) if edits else None,
    }  # fmt: skip


def _begin(post: Post) -> dict[str, Any]:
    term = post.termijn
    return {
        "wanneer": term.wanneer, "uiterlijk": term.uiterlijk, "stand": term.stand, "toelichting": term.toelichting,
        "vanaf": date.today(), "versie": post.versie,
    }  # fmt: skip


def volgens(request: HttpRequest, regel: Regel) -> str:
    """Return the document, or who recorded it."""
    return naam_voor(request, regel.wie) if regel.register else regel.wie


def _geschiedenis(request: HttpRequest, regels: Sequence[Regel]) -> Tabel:
    """Return the lines of a post with the value before and after each."""
    rows = []
    for before, line in zip((None, *regels), regels, strict=False):
        was = zeg_termijn(before.termijn) if before else "–"
        note = f" ({line.termijn.toelichting})" if line.termijn.toelichting else ""
        recorded = dag(line.bekend.date()) if line.register else "gedrukt"
        texts = (
            volgens(request, line),
            was,
            zeg_termijn(line.termijn) + note,
            line.termijn.stand,
            line.waarom,
            recorded,
        )
        rows.append([Cel(dag(line.vanaf)), *map(Cel, texts)])
    head = ("Geldt vanaf", "Volgens", "Was", "Werd", "Stand", "Waar of waarom", "Vastgelegd")
    return Tabel("Wat er eerst stond en wat ervan werd", head, rows)


def _bewaar(request: HttpRequest, register: str, code: str, meer: Mapping[str, Any]) -> HttpResponseBase:
    """Move the term as asked; what was typed stays on the page when that cannot be."""
    eis_recht(request, REGISTERS)
    log(request, "register wijzigen", f"{register} {code}")
    form: Any = Termijnformulier(request.POST)
    status = 400
    if form.is_valid():
        try:
            _voer_uit(request, register, code, form.cleaned_data)
        except GebruikersFout as error:
            form, status = _opnieuw(request, register, code, error), error.http_status
        else:
            messages.success(request, "De wijziging is bewaard. Wat er eerst stond, blijft in de geschiedenis.")
            return redirect(PAGINA_VAN[register], code)
    post = lees_post(settings.WERKMAP, register, code)
    shown = {**_delen(request, post, None), **meer, "form": form}
    return render(request, f"paginas/{PAGINA_VAN[register]}.html", shown, status=status)


def _voer_uit(request: HttpRequest, register: str, code: str, data: Mapping[str, Any]) -> None:
    term = Termijn(data["wanneer"], data["uiterlijk"], data["stand"], data["toelichting"])
    wijzig(
        settings.WERKMAP, register, code, term, wie=request.user.get_username(), waarom=data["waarom"],
        vanaf=data["vanaf"], verwacht=data["versie"],
    )  # fmt: skip


def _opnieuw(request: HttpRequest, register: str, code: str, error: GebruikersFout) -> Termijnformulier:
    """Return the form as it was typed, now beside the version that stands."""
    data = request.POST.copy()
    data["versie"] = str(lees_post(settings.WERKMAP, register, code).versie)
    form = Termijnformulier(data)
    text = str(error)
    form.add_error(None, text[:1].upper() + text[1:])
    return form
