"""What was agreed: action lines, actions, agreements, laws and motions, each with its history."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Query

from jeugdstelsel.api.pad import Pad
from jeugdstelsel.api.vorm import Bekendvraag, Bladvraag, Vorm, bladzijde, lijst_van, vorm_van
from jeugdstelsel.services.agenda import Post, lees_posten
from jeugdstelsel.standaard.agenda import Termijn
from jeugdstelsel.standaard.routekaart import Actielijn, Routekaartindicator, actielijnen, routekaartindicatoren


class Lijnvraag(Bladvraag):
    """Van welke actielijn."""

    actielijn: Literal["1", "2", "3", "4", "5"] | None = None


class Postvraag(Bladvraag, Bekendvraag):
    """Welke afspraken."""

    groep: str | None = Field(None, max_length=60, description="Actielijn, opgave of soort waar het bij hoort.")
    signaal: Literal["over tijd", "termijn voorbij, stand onbekend", "opvolgen"] | None = None


class Termijnvorm(Vorm):
    """Wanneer iets klaar is, en hoe het ervoor staat."""

    wanneer: str = Field(description="Zoals het document het zegt.")
    uiterlijk: date | None = Field(description="De laatste dag; leeg als het document geen dag geeft.")
    stand: str


class Regelvorm(Termijnvorm):
    """Eén regel van de geschiedenis."""

    vanaf: date = Field(description="Vanaf welke dag dit gold.")
    bekend: datetime = Field(description="Wanneer het werd gedrukt of vastgelegd.")
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


def _actielijnen(request: HttpRequest, vraag: Query[Bladvraag]) -> Mapping[str, Any]:
    return bladzijde(request, vraag, list(actielijnen().values()))


def _register(naam: str) -> Callable[..., Mapping[str, Any]]:
    """Return what answers with the posts of one register."""

    def answer(request: HttpRequest, vraag: Query[Postvraag]) -> Mapping[str, Any]:
        posts = lees_posten(settings.WERKMAP, naam, op=vraag.bekend_op).values()
        rows = [_post(each, vraag.bekend_op or date.today()) for each in posts if vraag.groep in (None, each.groep)]
        return bladzijde(request, vraag, [row for row in rows if vraag.signaal in (None, row["signaal"])])

    return answer


def _post(post: Post, dag: date) -> Mapping[str, Any]:
    about = {name: getattr(post, name) for name in ("sleutel", "wat", "wie", "groep", "plaats", "verschoven")}
    return {
        **about, **_termijn(post.termijn), "signaal": post.signaal(dag),
        "geschiedenis": [
            {**_termijn(line.termijn), "vanaf": line.vanaf, "bekend": line.bekend, "waarom": line.waarom,
             "herkomst": "redactie van de monitor" if line.register else line.wie}
            for line in post.regels
        ],
    }  # fmt: skip


def _termijn(termijn: Termijn) -> Mapping[str, Any]:
    return {name: getattr(termijn, name) for name in Termijnvorm.model_fields}


def _indicatoren(request: HttpRequest, vraag: Query[Lijnvraag]) -> Mapping[str, Any]:
    found = [each for each in routekaartindicatoren().values() if vraag.actielijn in (None, each.actielijn)]
    return bladzijde(request, vraag, found)


PADEN = (
    Pad(
        "/actielijnen", "actielijnen", "Actielijnen", "De vijf actielijnen van de Routekaart.",
        _actielijnen, lijst_van("Actielijnen", vorm_van(Actielijn)), "agenda", ("/actielijnen",),
    ),
    Pad(
        "/routekaart-indicatoren", "routekaartindicatoren", "Indicatoren van de Routekaart",
        "De 17 indicatoren met hun bron en toestand; 'nog niet gedefinieerd' is geen cijfer en nooit 0.",
        _indicatoren, lijst_van("Routekaartindicatoren", vorm_van(Routekaartindicator)), "agenda",
        ("/routekaart-indicatoren?actielijn=5",),
    ),
    *(
        Pad(
            f"/{naam}", naam, naam.capitalize(), f"{uitleg} Elke eerdere termijn blijft staan in de geschiedenis.",
            _register(naam), lijst_van(naam.capitalize(), Postvorm), "agenda", (f"/{naam}",),
        )
        for naam, uitleg in (
            ("acties", "De acties van de Routekaart."),
            ("afspraken", "Wat in de documenten is afgesproken, met wie en wanneer."),
            ("wetten", "De planning van wetten."),
            ("moties", "Moties en toezeggingen."),
        )
    ),
)  # fmt: skip
