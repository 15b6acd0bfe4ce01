"""What was agreed: actions, agreements, laws and motions with their history, and what of them asks for attention."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Standvraag, Vorm, bladzijde, lijst_van
from jeugdstelsel.services.agenda import Post, dag_van, lees_aandacht, lees_posten
from jeugdstelsel.services.overleg import lees_overleggen
from jeugdstelsel.standaard.agenda import Termijn, afspraken, moties, wetten

Signaal = Literal["over tijd", "termijn voorbij, stand onbekend", "opvolgen"]


class Postvraag(Standvraag):
    """Welke afspraken."""

    groep: str | None = Field(None, max_length=60, description="Actielijn, opgave of soort waar het bij hoort.")
    wie: str | None = Field(None, max_length=80, description="Een partij die het doet.")
    stand: str | None = Field(None, max_length=40, description="Hoe het ervoor staat, zoals loopt of onbekend.")
    signaal: Signaal | None = None


class Aandachtvraag(Standvraag):
    """Wat aandacht vraagt."""

    soort: Literal["acties", "afspraken", "wetten", "moties"] | None = None
    signaal: Signaal | None = None


class Termijnvorm(Vorm):
    """Wanneer iets klaar is, en hoe het ervoor staat."""

    wanneer: str = Field(description="Zoals het document het zegt.")
    uiterlijk: date | None = Field(description="De laatste dag; leeg als het document geen dag geeft.")
    stand: str
    toelichting: str


class Regelvorm(Termijnvorm):
    """Eén regel van de geschiedenis."""

    vanaf: date = Field(description="Vanaf welke dag dit gold.")
    bekend: date = Field(description="Wanneer het werd gedrukt of vastgelegd.")
    waarom: str
    herkomst: str = Field(description="Het document, of de redactie van de monitor.")


class Postvorm(Termijnvorm):
    """Eén afspraak, actie, wet of motie, zoals zij nu geldt, met wat er eerder gold."""

    sleutel: str
    wat: str
    wie: list[str]
    groep: str
    plaats: str = Field(description="Plaats in het document.")
    verschoven: bool = Field(description="Of de laatste dag ooit een andere was.")
    signaal: str = Field(description="Wat aandacht vraagt; leeg als er niets is.")
    geschiedenis: list[Regelvorm]


class Genomen(Vorm):
    """Een besluit van een overleg over deze afspraak."""

    overleg: str
    dag: date
    wat: str


class Afspraakvorm(Postvorm):
    """Eén afspraak uit de Hervormingsagenda."""

    implementatielijn: str = Field(description="Nummer van de lijn; leeg als de agenda er geen noemt.")
    wet: str = Field(description="Sleutel van de wet waarop de afspraak wacht; leeg als dat er geen is.")
    besluiten: list[Genomen]


class Wetvorm(Postvorm):
    """Eén planning van een wet, regel of product."""

    inhoud: str
    dossier: str = Field(description="Nummer in de Kamer; leeg als de documenten er geen noemen.")
    afspraken: list[str] = Field(description="Afspraken die hierop wachten.")


class Motievorm(Postvorm):
    """Eén motie, amendement of toezegging."""

    indieners: str
    kamerstuk: str
    uitvoering: str = Field(description="Wat ermee gebeurt, volgens de voortgangsbrief.")


class Aandachtvorm(Postvorm):
    """Iets wat aandacht vraagt."""

    soort: str = Field(description="acties, afspraken, wetten of moties.")


def _van_afspraken(op: date | None) -> Callable[[str], dict[str, Any]]:
    decided: dict[str, list[Mapping[str, Any]]] = {}
    for each in lees_overleggen(settings.WERKMAP, op=op).values():
        for decision in each.besluiten:
            told = {"overleg": each.overleg.overleg, "dag": each.overleg.dag, "wat": decision.wat}
            for code in decision.afspraken:
                decided.setdefault(code, []).append(told)

    def of(code: str) -> dict[str, Any]:
        known = afspraken().get(code)
        return {
            "implementatielijn": known.lijn if known else "", "wet": known.wet if known else "",
            "besluiten": decided.get(code, []),
        }  # fmt: skip

    return of


def _van_wetten(op: date | None) -> Callable[[str], dict[str, Any]]:
    def of(code: str) -> dict[str, Any]:
        law = wetten().get(code)
        waiting = [each.afspraak for each in afspraken().values() if each.wet == code]
        return {"inhoud": law.wat if law else "", "dossier": law.dossier if law else "", "afspraken": waiting}

    return of


def _van_moties(op: date | None) -> Callable[[str], dict[str, Any]]:
    def of(code: str) -> dict[str, Any]:
        names, found = ("indieners", "kamerstuk", "uitvoering"), moties().get(code)
        return {name: getattr(found, name) if found else "" for name in names}

    return of


BIJZONDER: Mapping[str, Callable[[date | None], Callable[[str], dict[str, Any]]]] = {
    "acties": lambda op: lambda code: {},
    "afspraken": _van_afspraken,
    "wetten": _van_wetten,
    "moties": _van_moties,
}
"""What a register tells beside its posts, by the key of a post, as known on a day."""


def _register(naam: str) -> Callable[..., Mapping[str, Any]]:
    """Return what answers with the posts of one register."""

    def answer(request: HttpRequest, vraag: Query[Postvraag]) -> Mapping[str, Any]:
        posts = lees_posten(settings.WERKMAP, naam, op=vraag.bekend_op).values()
        day, more = vraag.bekend_op or date.today(), BIJZONDER[naam](vraag.bekend_op)
        rows = [_post(each, day) | more(each.sleutel) for each in posts if _past(each, vraag)]
        return bladzijde(request, vraag, [row for row in rows if vraag.signaal in (None, row["signaal"])])

    return answer


def _een(naam: str) -> Callable[..., Mapping[str, Any]]:
    """Return what answers with one post of a register."""

    def answer(request: HttpRequest, sleutel: str, vraag: Query[Bekendvraag]) -> Mapping[str, Any]:
        post = lees_posten(settings.WERKMAP, naam, op=vraag.bekend_op).get(sleutel)
        if post is None:
            raise Http404(f"'{sleutel[:40]}' staat niet in het register. Wat er staat, vindt u in /v1/{naam}.")
        return _post(post, vraag.bekend_op or date.today()) | BIJZONDER[naam](vraag.bekend_op)(sleutel)

    return answer


def _past(post: Post, vraag: Postvraag) -> bool:
    return (
        vraag.groep in (None, post.groep)
        and (vraag.wie is None or vraag.wie in post.wie)
        and vraag.stand in (None, post.termijn.stand)
    )


def _post(post: Post, dag: date) -> dict[str, Any]:
    about = {name: getattr(post, name) for name in ("sleutel", "wat", "wie", "groep", "plaats", "verschoven")}
    return {
        **about, **_termijn(post.termijn), "signaal": post.signaal(dag),
        "geschiedenis": [
            {**_termijn(line.termijn), "vanaf": line.vanaf, "bekend": dag_van(line.bekend), "waarom": line.waarom,
             "herkomst": "redactie van de monitor" if line.register else line.wie}
            for line in post.regels
        ],
    }  # fmt: skip


def _termijn(termijn: Termijn) -> Mapping[str, Any]:
    return {name: getattr(termijn, name) for name in Termijnvorm.model_fields}


def _aandacht(request: HttpRequest, vraag: Query[Aandachtvraag]) -> Mapping[str, Any]:
    day = vraag.bekend_op or date.today()
    rows = [
        _post(post, day) | {"soort": post.register}
        for signal, post in lees_aandacht(settings.WERKMAP, op=vraag.bekend_op)
        if vraag.soort in (None, post.register) and vraag.signaal in (None, signal)
    ]
    return bladzijde(request, vraag, rows)


EERDER = "Elke eerdere termijn blijft staan in de geschiedenis."
REGISTERS = (
    ("acties", "actie", "De acties van de Routekaart.", Postvorm, "2.1"),
    (
        "afspraken",
        "afspraak",
        "Wat is afgesproken, met wie en wanneer.",
        Afspraakvorm,
        "2.3.1-1",
    ),
    ("wetten", "wet", "De planning van wetten, regels en producten.", Wetvorm, "reikwijdte"),
    ("moties", "motie", "Moties, amendementen en toezeggingen.", Motievorm, "mt05"),
)
PADEN = (
    *(
        Pad(
            f"/{naam}", naam, naam.capitalize(), f"{uitleg} {EERDER}",
            _register(naam), lijst_van(naam.capitalize(), vorm), "agenda", (f"/{naam}",),
        )
        for naam, _, uitleg, vorm, _ in REGISTERS
    ),
    *(
        Pad(
            f"/{naam}/{{sleutel}}", een, f"Eén {een}", f"Eén {een}, op nummer of sleutel. {EERDER}",
            _een(naam), vorm, "agenda", (f"/{naam}/{voorbeeld}",),
        )
        for naam, een, _, vorm, voorbeeld in REGISTERS
    ),
    Pad(
        "/aandachtspunten", "aandachtspunten", "Wat aandacht vraagt",
        "Acties, afspraken, wetten en moties waarvan de termijn voorbij is of die zijn op te volgen; de oudste eerst.",
        _aandacht, lijst_van("Aandachtspunten", Aandachtvorm), "agenda",
        ("/aandachtspunten", "/aandachtspunten?soort=moties&signaal=opvolgen"),
    ),
)  # fmt: skip
