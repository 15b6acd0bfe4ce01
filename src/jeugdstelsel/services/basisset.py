"""The set of indicators that Rijk and VNG established: what holds in which report year, as known on any day."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jeugdstelsel.indicators.plan import all_indicators, plan_steps
from jeugdstelsel.model import Indicator
from jeugdstelsel.services.agenda import dag_van
from jeugdstelsel.standaard.basisset import EERSTE_RAPPORTJAAR, LAATSTE_RAPPORTJAAR
from jeugdstelsel.standaard.routekaart import routekaartindicatoren
from jeugdstelsel.store import Inschrijving, Register

REGISTER = "basisset"
RIJK, VNG = "Rijk", "VNG"
BEIDE = (RIJK, VNG)
INDIENERS = ("uitvoerende partij", "deskundigencommissie", *BEIDE)
"""Who may propose a change of the set (Hervormingsagenda, Bijlage 4)."""

NIEUW, WIJZIGEN, VERWIJDEREN = "nieuw", "wijzigen", "verwijderen"
SOORTEN = (NIEUW, WIJZIGEN, VERWIJDEREN)
OPEN, VASTGESTELD, AFGEWEZEN, INGETROKKEN = "open", "vastgesteld", "afgewezen", "ingetrokken"
TOESTANDEN = (OPEN, VASTGESTELD, AFGEWEZEN, INGETROKKEN)
VOORSTELLEN, GOEDKEUREN, TERUGNEMEN = "voorstellen", "goedkeuren", "goedkeuring terugnemen"
AFWIJZEN, INTREKKEN = "afwijzen", "intrekken"

VOLGENS = "het programma rekent volgens deze definitie"
ANDERS = "het programma rekent met een andere definitie"
NIET_GEBOUWD = "het programma rekent dit nog niet uit"
GEEN_SET = "nog niet vastgesteld door Rijk en VNG"


@dataclass(frozen=True)
class Definitie:
    """What an indicator means, as it is put before Rijk and VNG (Dutch).

    `programmaversie` and `kenmerk` mark the definition of this program that computes it; empty when none does.
    """

    indicator: str
    titel: str
    betekenis: str
    eenheid: str
    teller: str
    noemer: str
    bronnen: str
    programmaversie: str = ""
    kenmerk: str = ""

    @property
    def uitvoering(self) -> str:
        """Whether this program computes exactly this definition: one of VOLGENS, ANDERS and NIET_GEBOUWD."""
        ours = kandidaten().get(self.indicator)
        if ours is None:
            return NIET_GEBOUWD
        return VOLGENS if self == ours else ANDERS


@dataclass(frozen=True)
class Goedkeuring:
    """The approval of one of the two parties."""

    partij: str
    wie: str
    moment: datetime
    waarom: str


@dataclass(frozen=True)
class Voorstel:
    """A proposed change and what became of it; `vorige` is the version of the set that it changes (0: none).

    `regels` are its lines in the register, the oldest first; nothing of it is ever overwritten.
    """

    voorstel: str
    soort: str
    definitie: Definitie
    vanaf_jaar: int
    vorige: int
    namens: str
    regels: tuple[Inschrijving, ...]
    goedkeuringen: Mapping[str, Goedkeuring] = field(default_factory=dict)
    gesloten: str = ""

    @property
    def toestand(self) -> str:
        """One of TOESTANDEN; both approvals, and nothing else, establish a change."""
        if self.gesloten:
            return self.gesloten
        return VASTGESTELD if all(party in self.goedkeuringen for party in BEIDE) else OPEN

    @property
    def versie(self) -> int:
        """Return the number of lines, which a writer hands back."""
        return len(self.regels)

    @property
    def vastgesteld_op(self) -> datetime | None:
        """When the second approval was recorded; None until then."""
        return max(each.moment for each in self.goedkeuringen.values()) if self.toestand == VASTGESTELD else None


@dataclass(frozen=True)
class Setregel:
    """One indicator of the established set: its version counts from 1, `voorstel` is what put it there."""

    definitie: Definitie
    versie: int
    vanaf_jaar: int
    voorstel: str
    vastgesteld_op: datetime


def rapportjaren() -> tuple[int, ...]:
    """Return the report years: those of the Hervormingsagenda and on, up to next year."""
    return tuple(range(EERSTE_RAPPORTJAAR, max(LAATSTE_RAPPORTJAAR, date.today().year + 1) + 1))


@cache
def kandidaten() -> Mapping[str, Definitie]:
    """Return the definitions that this program ships; none of them is established by that."""
    return {code: _definitie(each) for code, each in all_indicators().items()}


def bekende_indicatoren(workdir: Path) -> dict[str, str]:
    """Return the title of everything one may point at: ours, those of the Routekaart, and what was proposed."""
    found = {code: each.titel for code, each in kandidaten().items()}
    found |= {code: each.titel for code, each in routekaartindicatoren().items()}
    proposed = {each.definitie.indicator: each.definitie.titel for each in lees_voorstellen(workdir).values()}
    return found | {code: titel for code, titel in proposed.items() if code not in found}


def definitie_van(workdir: Path, indicator: str) -> Definitie | None:
    """Return what an indicator means now: as established for this year, else as we ship it, else as last proposed."""
    standing = lees_basisset(workdir, date.today().year).get(indicator)
    if standing:
        return standing.definitie
    proposed = [each.definitie for each in lees_voorstellen(workdir).values() if each.definitie.indicator == indicator]
    return kandidaten().get(indicator) or (proposed[-1] if proposed else None)


def lees_voorstellen(workdir: Path, *, op: date | None = None) -> dict[str, Voorstel]:
    """Return every proposal as known at the end of a day (now), in the order in which they were made."""
    found: dict[str, Voorstel] = {}
    for line in Register(workdir, REGISTER).geschiedenis():
        if op is None or dag_van(line.wanneer) <= op:
            found[line.sleutel] = _volg(found.get(line.sleutel), line)
    return found


def lees_basisset(workdir: Path, jaar: int, *, op: date | None = None) -> dict[str, Setregel]:
    """Return the established set of a report year as known on a day (now), by code; empty when there is none."""
    return _set_van(lees_voorstellen(workdir, op=op), jaar)


def lees_sets(workdir: Path, *, op: date | None = None) -> dict[int, dict[str, Setregel]]:
    """Return the established set of every report year."""
    proposals = lees_voorstellen(workdir, op=op)
    return {year: _set_van(proposals, year) for year in rapportjaren()}


def vorige_definitie(workdir: Path, voorstel: Voorstel) -> Definitie | None:
    """Return the definition that a proposal changes, also when it has done so; None for a new indicator."""
    done = sorted(_vastgesteld(lees_voorstellen(workdir)), key=lambda pair: pair[0])
    ours = [
        each.definitie
        for _, each in done
        if each.definitie.indicator == voorstel.definitie.indicator and each.soort != VERWIJDEREN
    ]
    return ours[voorstel.vorige - 1] if voorstel.vorige else None


def _set_van(voorstellen: Mapping[str, Voorstel], jaar: int) -> dict[str, Setregel]:
    """Take the established changes in the order of their second approval; of one code the latest year counts."""
    versions: Counter[str] = Counter()
    chosen: dict[str, tuple[int, Setregel | None]] = {}
    for moment, each in sorted(_vastgesteld(voorstellen), key=lambda pair: pair[0]):
        code = each.definitie.indicator
        versions[code] += each.soort != VERWIJDEREN
        line = Setregel(each.definitie, versions[code], each.vanaf_jaar, each.voorstel, moment)
        if each.vanaf_jaar <= jaar and each.vanaf_jaar >= chosen.get(code, (0, None))[0]:
            chosen[code] = each.vanaf_jaar, None if each.soort == VERWIJDEREN else line
    return {code: line for code, (_, line) in sorted(chosen.items()) if line}


def _vastgesteld(voorstellen: Mapping[str, Voorstel]) -> list[tuple[datetime, Voorstel]]:
    return [(each.vastgesteld_op, each) for each in voorstellen.values() if each.vastgesteld_op]


def _volg(voorstel: Voorstel | None, regel: Inschrijving) -> Voorstel:
    """Return a proposal after one more line of the register."""
    event = dict(regel.waarde or {})
    if voorstel is None:
        return Voorstel(
            regel.sleutel, event["soort"], Definitie(**event["definitie"]), event["vanaf_jaar"], event["vorige"],
            event["namens"], (regel,),
        )  # fmt: skip
    return replace(voorstel, regels=(*voorstel.regels, regel), **_GEVOLG[event["handeling"]](voorstel, event, regel))


def _goedgekeurd(voorstel: Voorstel, event: Mapping[str, Any], regel: Inschrijving) -> dict[str, Any]:
    given = Goedkeuring(event["partij"], regel.wie, regel.wanneer, regel.waarom)
    return {"goedkeuringen": {**voorstel.goedkeuringen, given.partij: given}}


def _teruggenomen(voorstel: Voorstel, event: Mapping[str, Any], regel: Inschrijving) -> dict[str, Any]:
    return {"goedkeuringen": {k: v for k, v in voorstel.goedkeuringen.items() if k != event["partij"]}}


_GEVOLG: Mapping[str, Callable[[Voorstel, Mapping[str, Any], Inschrijving], dict[str, Any]]] = {
    GOEDKEUREN: _goedgekeurd,
    TERUGNEMEN: _teruggenomen,
    AFWIJZEN: lambda voorstel, event, regel: {"gesloten": AFGEWEZEN},
    INTREKKEN: lambda voorstel, event, regel: {"gesloten": INGETROKKEN},
}
"""What each act changes of a proposal."""


def _definitie(indicator: Indicator) -> Definitie:
    return Definitie(
        indicator.code, indicator.titel, indicator.betekenis, indicator.eenheid, indicator.teller, indicator.noemer,
        "; ".join(indicator.bronnen), indicator.versie, _kenmerk(indicator),
    )  # fmt: skip


def _kenmerk(indicator: Indicator) -> str:
    """Return a mark of a definition and of the steps it stands on: another query has another mark."""
    steps = [(step.table.name, step.sql) for step in plan_steps(indicator.needs)]
    text = json.dumps([asdict(indicator), steps], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
