"""One page in plain words for young people: how many get help, how long they wait, and what we do not know."""

from collections.abc import Iterator

from jeugdstelsel.reports.invoer import Invoer
from jeugdstelsel.reports.model import Alinea, Deel, Kop, Opsomming, Rapport, Zin
from jeugdstelsel.reports.soort import Soort
from jeugdstelsel.reports.stukken import betekenissen, cijfertabel, definitie, rapport, wachttabel
from jeugdstelsel.reports.woorden import toon

HULP = (
    "Praat met iemand die je vertrouwt: thuis, op school of bij de huisarts.",
    "Bel of bezoek het wijkteam of jeugdteam van je gemeente. Zij denken met je mee.",
    "Wil je anoniem praten? De Kindertelefoon luistert.",
    "Is er nu gevaar? Bel 112.",
)
WIST = "Een cijfer gaat over een groep. Het zegt niets over jou. Geen mens is een cijfer."


def _maak(invoer: Invoer) -> Rapport:
    where = "Nederland" if invoer.niveau == "land" else invoer.naam
    return rapport(
        invoer,
        f"Hulp voor jongeren in {where}",
        f"Kort en duidelijk, over {invoer.jaar}",
        _delen(invoer),
        een_blad=True,
    )


def _delen(invoer: Invoer) -> Iterator[Deel]:
    yield Kop("Hoeveel jongeren krijgen hulp?")
    yield Zin(_aantal(invoer))
    yield cijfertabel(invoer, ("jongeren_met_jeugdhulp",), "Jongeren met hulp")
    yield betekenissen(invoer, ("jongeren_met_jeugdhulp",))
    yield Kop("Hoelang wachten jongeren?")
    yield Alinea("Wachten kan op drie plekken. Daarom staan hier drie wachttijden.")
    for each in invoer.wachttijden:
        yield Kop(each.naam, 2)
        yield Zin(f"{each.uitleg} {each.zin}")
    if invoer.wachttijden:
        yield wachttabel(invoer)
    yield Kop("Wat weten wij niet?")
    yield Alinea("Soms staat er ‘geheim’. Dan gaat het over zo weinig jongeren dat je kunt raden wie het zijn. "
                 "Soms staat er ‘onbekend’. Dan weten wij het niet. Dat is iets anders dan nul.")  # fmt: skip
    yield Alinea(WIST)
    yield Kop("Hulp nodig?")
    yield Opsomming(HULP)


def _aantal(invoer: Invoer) -> str:
    found = definitie(invoer, "jongeren_met_jeugdhulp")
    figure = invoer.cijfer("jongeren_met_jeugdhulp", invoer.niveau, invoer.plaats, invoer.jaar)
    if found is None or figure is None:
        return f"Hoeveel jongeren in {invoer.jaar} hulp kregen, is onbekend."
    if figure.waarde is None:
        return f"Hoeveel jongeren in {invoer.jaar} hulp kregen, is {figure.toestand}."
    later = " Dit getal kan nog veranderen." if figure.status != "definitief" else ""
    return f"In {invoer.jaar} kregen {toon(figure.waarde, found.eenheid)} jongeren jeugdhulp.{later}"


SOORT = Soort(
    "jongeren", "Eén bladzijde voor jongeren", "In gewone woorden: hoeveel hulp, hoelang wachten, wat wij niet weten.",
    ("gemeente", "land"), ("wachten",), _maak, 6,
)  # fmt: skip
