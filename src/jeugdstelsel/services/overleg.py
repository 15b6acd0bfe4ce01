"""Meetings and their decisions: which were held, whether that is as often as agreed, and what was decided on what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.agenda import dag_van, schrijf_regel
from jeugdstelsel.standaard import agenda
from jeugdstelsel.standaard.agenda import ONBEKEND, Besluit, Overleg, Overlegsoort
from jeugdstelsel.store import Inschrijving, Register

GEHOUDEN = ("ja", "nee", ONBEKEND)


@dataclass(frozen=True)
class Overlegstand:
    """A meeting, its decisions, and who recorded it why (`regels` is empty for what only a document names)."""

    overleg: Overleg
    besluiten: tuple[Besluit, ...]
    regels: tuple[Inschrijving, ...] = ()

    @property
    def versie(self) -> int:
        """Return the number of lines, which an editor hands back."""
        return len(self.regels)


@dataclass(frozen=True)
class Ritme:
    """How many meetings of a kind are recorded in a year, beside how many were agreed at least."""

    soort: Overlegsoort
    jaar: int
    vastgelegd: int
    norm: int
    voorbij: bool

    @property
    def oordeel(self) -> str:
        """Say whether the agreed number is reached; a year that runs is not judged."""
        if self.vastgelegd >= self.norm:
            return "genoeg"
        return "te weinig vastgelegd" if self.voorbij else "jaar loopt nog"


def lees_overleggen(workdir: Path, *, op: date | None = None) -> dict[str, Overlegstand]:
    """Return every meeting that was known on a day (now), the last first."""
    found = {each.overleg: _uit_document(each) for each in agenda.overleggen() if op is None or each.dag <= op}
    lines: dict[str, list[Inschrijving]] = {}
    for line in Register(workdir, "overleggen").geschiedenis():
        if op is None or dag_van(line.wanneer) <= op:
            lines.setdefault(line.sleutel, []).append(line)
    found |= {key: _uit_register(key, each) for key, each in lines.items()}
    return dict(sorted(found.items(), key=lambda each: each[1].overleg.dag, reverse=True))


def leg_overleg_vast(
    workdir: Path, soort: str, dag: date, gehouden: str, besluiten: Sequence[tuple[str, Iterable[str]]],
    *, wie: str, waarom: str, verwacht: int = 0, sleutel: str = "",
) -> Overlegstand:  # fmt: skip
    """Record a meeting with its decisions, each with the agreements that it is about, and return it.

    Without `sleutel` it is a new one. Raises GebruikersFout for what does not exist, Ingehaald as `wijzig` does.
    """
    _toets_overleg(soort, dag, gehouden, besluiten)
    key = sleutel or f"{soort}-{dag}"
    if not sleutel and key in lees_overleggen(workdir):
        raise GebruikersFout("dit overleg staat al in het register. Open het in de lijst en wijzig het daar.")
    value = {
        "soort": soort, "dag": dag.isoformat(), "gehouden": gehouden,
        "besluiten": [{"wat": what, "afspraken": list(codes)} for what, codes in besluiten],
    }  # fmt: skip
    schrijf_regel(workdir, "overleggen", key, value, wie=wie, waarom=waarom, vanaf=dag, verwacht=verwacht)
    return lees_overleggen(workdir)[key]


def lees_ritme(workdir: Path, *, op: date | None = None) -> list[Ritme]:
    """Return per agreed kind and year how many meetings are recorded, up to a day (today), the last year first."""
    day = op or date.today()
    held = [each.overleg for each in lees_overleggen(workdir, op=op).values() if each.overleg.gehouden == "ja"]
    return [
        Ritme(kind, year, _tel(held, kind.soort, year, day), kind.per_jaar, year < day.year)
        for kind in agenda.overlegsoorten().values()
        if kind.per_jaar and kind.vanaf and kind.tot_en_met
        for year in range(min(day.year, kind.tot_en_met), kind.vanaf - 1, -1)
    ]


def lees_besluiten_over(workdir: Path, afspraak: str, *, op: date | None = None) -> list[tuple[Overleg, Besluit]]:
    """Return the decisions that are about an agreement, with the meeting that took them."""
    return [
        (each.overleg, decision)
        for each in lees_overleggen(workdir, op=op).values()
        for decision in each.besluiten
        if afspraak in decision.afspraken
    ]


def _tel(held: Iterable[Overleg], soort: str, jaar: int, dag: date) -> int:
    return sum(each.soort == soort and each.dag.year == jaar and each.dag <= dag for each in held)


def _toets_overleg(soort: str, dag: date, gehouden: str, besluiten: Sequence[tuple[str, Iterable[str]]]) -> None:
    """Refuse a meeting of an unknown kind, one held in the future, and decisions about nothing known."""
    if soort not in agenda.overlegsoorten():
        raise GebruikersFout(
            f"de overlegsoort '{soort[:40]}' bestaat niet. Kies uit: {', '.join(agenda.overlegsoorten())}."
        )
    if gehouden not in GEHOUDEN:
        raise GebruikersFout(f"'gehouden' kan niet '{gehouden[:40]}' zijn. Kies uit: {', '.join(GEHOUDEN)}.")
    if gehouden == "ja" and dag > date.today():
        raise GebruikersFout("een overleg in de toekomst is nog niet gehouden. Kies een dag tot en met vandaag.")
    unknown = [code for _, codes in besluiten for code in codes if code not in agenda.afspraken()]
    if unknown:
        raise GebruikersFout(f"de afspraak '{unknown[0][:40]}' bestaat niet. Gebruik een nummer zoals 2.3.1-1.")


def _uit_document(overleg: Overleg) -> Overlegstand:
    return Overlegstand(overleg, tuple(each for each in agenda.besluiten() if each.overleg == overleg.overleg))


def _uit_register(sleutel: str, lijnen: Sequence[Inschrijving]) -> Overlegstand:
    """Return a meeting as last recorded, where it stood in a document with the place of that."""
    value = lijnen[-1].waarde or {}
    place = next((each.plaats for each in agenda.overleggen() if each.overleg == sleutel), "eigen opgave")
    day = date.fromisoformat(value["dag"])
    decisions = tuple(
        Besluit(f"{sleutel}.{number}", sleutel, each["wat"], tuple(each["afspraken"]), place)
        for number, each in enumerate(value["besluiten"], start=1)
    )
    meeting = Overleg(sleutel, value["soort"], day, "", value["gehouden"], place)
    return Overlegstand(meeting, decisions, tuple(lijnen))
