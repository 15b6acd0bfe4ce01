"""The agenda with its history: what the documents say comes first, and every change is a line of a register."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.standaard import agenda
from jeugdstelsel.standaard.agenda import (
    LOOPT,
    NAGEKOMEN,
    ONBEKEND,
    STANDEN,
    VERVALLEN,
    Druk,
    Termijn,
)
from jeugdstelsel.standaard.routekaart import Actie, Actielijn, actielijnen, acties, routekaartindicatoren
from jeugdstelsel.store import Inschrijving, Register

REGISTERS = ("acties", "afspraken", "wetten", "moties")
HIER = ZoneInfo("Europe/Amsterdam")

TE_LAAT = "over tijd"
STAND_ONBEKEND = "termijn voorbij, stand onbekend"
OPVOLGEN = "opvolgen"
SIGNALEN = (TE_LAAT, STAND_ONBEKEND, OPVOLGEN)
"""What asks for attention on a day; all else is on time, done, or without a day."""

_ZONDER_JAAR = re.compile(r"\bna (?:de|het) (?:winter|voorjaar|zomer|najaar)\b", re.IGNORECASE)


class Ingehaald(GebruikersFout):
    """Someone else changed this after the writer looked at it; nothing was written."""

    http_status = 409


@dataclass(frozen=True)
class Regel:
    """One line of a history: from `vanaf` on `termijn` holds, says `wie` (a document or a person), because of `waarom`.

    `bekend` is when it was recorded or printed; `register` is empty for a document.
    """

    wie: str
    vanaf: date
    bekend: datetime
    waarom: str
    termijn: Termijn
    register: str = ""


@dataclass(frozen=True)
class Post:
    """One thing that is followed: an action, agreement, law or motion, with its history, oldest first.

    `groep` is the action line, opgave or kind that it belongs to; `versie` is what an editor saw.
    """

    register: str
    sleutel: str
    wat: str
    wie: tuple[str, ...]
    groep: str
    plaats: str
    regels: tuple[Regel, ...]
    versie: int = 0

    @property
    def termijn(self) -> Termijn:
        """What holds now."""
        return self.regels[-1].termijn

    @property
    def verschoven(self) -> bool:
        """Whether the last day was ever another."""
        return len({line.termijn.uiterlijk for line in self.regels if line.termijn.uiterlijk}) > 1

    def signaal(self, dag: date) -> str:
        """Return what asks for attention on a day: one of SIGNALEN, or nothing.

        A state that was told before the last day says nothing about that day: only what is recorded after it does.
        """
        term, line = self.termijn, self.regels[-1]
        if term.stand in (NAGEKOMEN, VERVALLEN):
            return ""
        if term.uiterlijk and term.uiterlijk < dag and not (term.is_begin and term.stand == LOOPT):
            told = term.stand != ONBEKEND and dag_van(line.bekend) > term.uiterlijk
            return TE_LAAT if told else STAND_ONBEKEND
        return OPVOLGEN if term.opvolgen_vanaf and term.opvolgen_vanaf <= dag else ""


@dataclass(frozen=True)
class Lijnstand:
    """An action line: its actions, how many of them ask for attention, and its indicators counted by their state."""

    lijn: Actielijn
    acties: int
    aandacht: int
    toestanden: Mapping[str, int]


@dataclass(frozen=True)
class Nieuw:
    """What someone adds to a register: `groep` is one of `groepen`, `plaats` says in which paper it stands."""

    wat: str
    wie: str
    groep: str
    plaats: str


def groepen(register: str) -> tuple[str, ...]:
    """Return what a post of a register can belong to: action lines, opgaven (or none), or kinds."""
    return tuple(sorted({post.groep for post in _basis(register).values()}, key=lambda name: (len(name), name)))


def lees_posten(workdir: Path, register: str, *, op: date | None = None) -> dict[str, Post]:
    """Return the posts of a register as known and valid on a day (now), in the order of the documents.

    An agreement follows its law, until someone records something on the agreement itself.
    """
    lines = Register(workdir, register).geschiedenis()
    own = _lijnen(lines, register, op)
    laws = Register(workdir, "wetten").geschiedenis() if register == "afspraken" else []
    linked = _lijnen(laws, "wetten", op)
    found = {}
    for key, post in (dict(_basis(register)) | _toegevoegd(lines, register)).items():
        recorded = own.get(key, [])
        told = [*post.regels, *(recorded or linked.get(_wet(register, key), []))]
        kept = tuple(sorted((each for each in told if _telt(each, op)), key=lambda each: (each.vanaf, each.bekend)))
        if kept:
            found[key] = replace(post, regels=kept, versie=len(recorded))
    return found


def lees_post(workdir: Path, register: str, sleutel: str, *, op: date | None = None) -> Post:
    """Return one post; raises GebruikersFout when there is none of that name (on that day)."""
    found = lees_posten(workdir, register, op=op).get(sleutel) if register in REGISTERS else None
    if found is None:
        then = f" zoals het was op {op}" if op else ""
        raise GebruikersFout(f"'{sleutel}' staat niet in het register {register}{then}. Kies er een uit de lijst.")
    return found


def wijzig(
    workdir: Path, register: str, sleutel: str, termijn: Termijn, *, wie: str, waarom: str, vanaf: date, verwacht: int
) -> Post:
    """Record another term or state of a post from a day on, and return the post; what held before is kept.

    Raises GebruikersFout when nothing changes or an answer is missing, Ingehaald when another wrote after `verwacht`.
    """
    post = lees_post(workdir, register, sleutel)
    if verwacht == post.versie:
        _toets(post, termijn, vanaf)
    value = _waarde(termijn)
    schrijf_regel(workdir, register, sleutel, value, wie=wie, waarom=waarom, vanaf=vanaf, verwacht=verwacht)
    return lees_post(workdir, register, sleutel)


def voeg_toe(
    workdir: Path, register: str, nieuw: Nieuw, termijn: Termijn, *, wie: str, waarom: str, vanaf: date
) -> Post:
    """Add a post that no document has, under a number of its own, and return it.

    Raises GebruikersFout when an answer is missing, or when another added one at the same moment.
    """
    if register not in REGISTERS or nieuw.groep not in groepen(register):
        raise GebruikersFout(f"'{nieuw.groep[:40]}' past niet in het register {register[:40]}. Kies uit de lijst.")
    if not nieuw.wat.strip() or not nieuw.plaats.strip():
        raise GebruikersFout("zeg wat het is en in welk stuk het staat.")
    _toets_termijn(termijn, vanaf)
    key = f"n{len(_toegevoegd(Register(workdir, register).geschiedenis(), register)) + 1}"
    value = {**asdict(nieuw), **_waarde(termijn)}
    schrijf_regel(workdir, register, key, value, wie=wie, waarom=waarom, vanaf=vanaf, verwacht=0)
    return lees_post(workdir, register, key)


def lees_aandacht(workdir: Path, *, op: date | None = None) -> list[tuple[str, Post]]:
    """Return what asks for attention on a day (today) in any register, the oldest term first."""
    day = op or date.today()
    posts = [post for name in REGISTERS for post in lees_posten(workdir, name, op=op).values()]
    found = [(post.signaal(day), post) for post in posts if post.signaal(day)]
    return sorted(found, key=lambda each: each[1].termijn.uiterlijk or each[1].termijn.opvolgen_vanaf or day)


def lees_actielijnen(workdir: Path, *, op: date | None = None) -> list[Lijnstand]:
    """Return the five action lines with how much there is to do and to measure, as known on a day (today)."""
    day, posts = op or date.today(), lees_posten(workdir, "acties", op=op).values()
    total = Counter(post.groep for post in posts)
    asking = Counter(post.groep for post in posts if post.signaal(day))
    states = {code: Counter[str]() for code in actielijnen()}
    for each in routekaartindicatoren().values():
        states[each.actielijn][each.toestand] += 1
    return [Lijnstand(line, total[code], asking[code], states[code]) for code, line in actielijnen().items()]


def _toets(post: Post, termijn: Termijn, vanaf: date) -> None:
    """Refuse a change that says nothing, or that nobody could follow up."""
    if termijn == post.termijn:
        raise GebruikersFout("er is niets gewijzigd. Pas de termijn, de stand of de toelichting aan.")
    _toets_termijn(termijn, vanaf)


def _toets_termijn(termijn: Termijn, vanaf: date) -> None:
    if termijn.stand not in STANDEN:
        raise GebruikersFout(f"de stand '{termijn.stand[:40]}' bestaat niet. Kies uit: {', '.join(STANDEN)}.")
    if vanaf > date.today():
        raise GebruikersFout("een wijziging geldt vanaf vandaag of eerder. Leg haar vast op de dag dat zij ingaat.")
    if _ZONDER_JAAR.search(termijn.wanneer) and not termijn.opvolgen_vanaf:
        raise GebruikersFout("noem het jaar bij het seizoen, zoals 'na de zomer van 2026': dan wordt het een taak.")


def _waarde(termijn: Termijn) -> dict[str, str]:
    last = termijn.uiterlijk.isoformat() if termijn.uiterlijk else ""
    return {
        "wanneer": termijn.wanneer, "uiterlijk": last, "stand": termijn.stand, "toelichting": termijn.toelichting
    }  # fmt: skip


def _toegevoegd(lijnen: Iterable[Inschrijving], register: str) -> dict[str, Post]:
    """Return the posts that people added, still without the lines of their history."""
    return {
        line.sleutel: Post(
            register, line.sleutel, line.waarde["wat"], _namen(line.waarde["wie"]), line.waarde["groep"],
            line.waarde["plaats"], (),
        )
        for line in lijnen
        if line.waarde and "wat" in line.waarde
    }  # fmt: skip


def schrijf_regel(
    workdir: Path, register: str, sleutel: str, waarde: Mapping[str, Any], *,
    wie: str, waarom: str, vanaf: date, verwacht: int,
) -> None:  # fmt: skip
    """Write a line of a register; raises Ingehaald when another wrote after `verwacht`."""
    book = Register(workdir, register)
    try:
        book.schrijf(sleutel, waarde, wie=wie, waarom=waarom, geldig_vanaf=vanaf, verwacht=verwacht)
    except GebruikersFout as error:
        if book.versie(sleutel) == verwacht:
            raise
        raise Ingehaald(
            "iemand anders heeft dit intussen gewijzigd. Uw tekst staat er nog: vergelijk en bewaar opnieuw."
        ) from error


@cache
def _basis(register: str) -> Mapping[str, Post]:
    """Return the posts as the documents know them."""
    return _BASIS[register]()


def _acties() -> Mapping[str, Post]:
    return {each.actie: _actie(each) for each in acties().values()}


def _actie(actie: Actie) -> Post:
    place = f"RK actielijn {actie.actielijn}"
    lines = _gedrukt([Druk("RK", place, _van_actie(actie))])
    return Post("acties", actie.actie, actie.wat, _namen(actie.wie), actie.actielijn, place, lines)


def _van_actie(actie: Actie) -> Termijn:
    """Return the term of an action; the document tells of some that they have begun."""
    return Termijn(actie.wanneer, actie.uiterlijk, LOOPT if "gestart" in actie.wanneer.lower() else ONBEKEND)


def _afspraken() -> Mapping[str, Post]:
    return {
        each.afspraak: Post(
            "afspraken", each.afspraak, each.wat, each.wie, each.opgave, each.plaats, _gedrukt(each.drukken)
        )
        for each in agenda.afspraken().values()
    }


def _wetten() -> Mapping[str, Post]:
    return {
        each.wet: Post("wetten", each.wet, each.naam, (), each.soort, each.drukken[0].plaats, _gedrukt(each.drukken))
        for each in agenda.wetten().values()
    }


def _moties() -> Mapping[str, Post]:
    return {
        each.motie: Post(
            "moties", each.motie, each.onderwerp, _namen(each.indieners), each.soort, each.plaats,
            _gedrukt(each.drukken),
        )
        for each in agenda.moties().values()
    }  # fmt: skip


_BASIS = {"acties": _acties, "afspraken": _afspraken, "wetten": _wetten, "moties": _moties}


def _namen(tekst: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in tekst.split(";") if part.strip())


def _gedrukt(drukken: Iterable[Druk]) -> tuple[Regel, ...]:
    """Return what documents print as lines of a history, from the day of each document."""
    return tuple(
        Regel(
            agenda.documenten()[each.document].titel,
            agenda.documenten()[each.document].dag,
            datetime.combine(agenda.documenten()[each.document].dag, time(), UTC),
            each.plaats,
            each.termijn,
        )
        for each in drukken
    )


def _wet(register: str, sleutel: str) -> str:
    known = agenda.afspraken() if register == "afspraken" else {}
    return known[sleutel].wet if sleutel in known else ""


def _lijnen(lijnen: Iterable[Inschrijving], register: str, op: date | None) -> dict[str, list[Regel]]:
    """Return the recorded lines of a register by key, as far as recorded by a day."""
    found: dict[str, list[Regel]] = {}
    for line in lijnen:
        if line.waarde is not None and (op is None or dag_van(line.wanneer) <= op):
            term = _termijn(line.waarde)
            found.setdefault(line.sleutel, []).append(
                Regel(line.wie, line.geldig_vanaf, line.wanneer, line.waarom, term, register)
            )
    return found


def _termijn(waarde: Mapping[str, Any]) -> Termijn:
    last = waarde["uiterlijk"]
    return Termijn(
        waarde["wanneer"], date.fromisoformat(last) if last else None, waarde["stand"], waarde["toelichting"]
    )


def _telt(regel: Regel, op: date | None) -> bool:
    return op is None or (regel.vanaf <= op and dag_van(regel.bekend) <= op)


def dag_van(moment: datetime) -> date:
    """Return the day in the Netherlands of a moment."""
    return moment.astimezone(HIER).date()
