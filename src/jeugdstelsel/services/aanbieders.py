"""The names of providers: messages have only the AGB code, so names come from a list that the operator may use."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from time import monotonic
from typing import Any

from jeugdstelsel.model import Finding, GebruikersFout
from jeugdstelsel.services.eigen_lijst import Lijst, Regel, read_lijst
from jeugdstelsel.store import Register

REGISTER = "aanbieders"
KOLOMMEN = ("agb", "naam", "geldig_vanaf", "geldig_tot", "bron")
"""The head of a list. `geldig_tot` is the last day of a name and may be empty."""
LANGST = 200
"""Characters of a name."""
VERS = 5.0
"""Seconds after which another process sees a name that was added."""
EVER = date.max.isoformat()


@dataclass(frozen=True)
class Aanbieder:
    """A provider and its name from a day on; `geldig_tot` is empty while it holds, `bron` says whose list it is from.

    Days are text (jjjj-mm-dd), as in the list.
    """

    agb: str
    naam: str
    geldig_vanaf: str
    geldig_tot: str
    bron: str


@dataclass(frozen=True)
class Geladen:
    """What became of a list: how many names were new or changed, how many lines were good, and what was wrong.

    `ingetrokken` are the codes whose name the list gives for today but which stays taken back.
    """

    nieuw: int
    regels: int
    bevindingen: tuple[Finding, ...]
    ingetrokken: tuple[str, ...]


def laad_aanbieders(workdir: Path, path: Path, *, wie: str, waarom: str) -> Geladen:
    """Record the names of a list; what is recorded already is not recorded again.

    A wrong line is a finding and does not stop the rest. Raises GebruikersFout when the file cannot be opened, and
    without who or why.
    """
    listed = read_lijst(path, KOLOMMEN, (_check_agb, _check_words, _check_days))
    listed = listed.zonder(dict(_overlaps(listed.regels)))
    count = Register(workdir, REGISTER).schrijf_alle(_waarden(listed), wie=wie, waarom=waarom) if listed.regels else 0
    vergeet()
    today, known = date.today().isoformat(), aanbieders(workdir)
    current = {r["agb"] for r in listed.regels.values() if r["geldig_vanaf"] <= today <= (r["geldig_tot"] or EVER)}
    return Geladen(count, len(listed.regels), listed.bevindingen, tuple(sorted(current - known.keys())))


def trek_aanbieder_in(workdir: Path, agb: str, *, wie: str, waarom: str) -> None:
    """Take a name back from today on; the history stays. Raises GebruikersFout when there is none."""
    register = Register(workdir, REGISTER)
    if register.lees(agb, geldig_op=date.today()) is None:
        raise GebruikersFout(f"van aanbieder '{agb[:8]}' is geen naam bekend; er is niets in te trekken.")
    register.schrijf(agb, None, wie=wie, waarom=waarom, geldig_vanaf=date.today())
    vergeet()


def aanbieders(workdir: Path) -> Mapping[str, Aanbieder]:
    """Return the name of today of every provider that has one, by AGB code; a name that ended is the last known."""
    return _lees(workdir, _aantal(workdir, int(monotonic() / VERS)), date.today())


def naam_van_aanbieder(workdir: Path, agb: str) -> str:
    """Return a provider for a reader: 'Naam (AGB)', or the code alone when no name is known."""
    found = aanbieders(workdir).get(agb)
    return f"{found.naam} ({agb})" if found else agb


def zoek_aanbieders(workdir: Path, tekst: str) -> list[str]:
    """Return the AGB codes of which the code begins with a text, or the name has it; all for an empty text."""
    wanted = tekst.strip().casefold()
    return [
        agb for agb, found in aanbieders(workdir).items() if agb.startswith(wanted) or wanted in found.naam.casefold()
    ]


def geschiedenis(workdir: Path, agb: str) -> list[dict[str, str]]:
    """Return what was recorded of one provider, in the order of recording."""
    return [
        {
            "wanneer": line.wanneer.isoformat(timespec="seconds"),
            "versie": str(line.versie),
            "wie": line.wie,
            "waarom": line.waarom,
            "geldig_vanaf": line.geldig_vanaf.isoformat(),
            "was": (line.oud or {}).get("naam", "niets"),
            "werd": (line.waarde or {}).get("naam", "niets"),
            "bron": (line.waarde or {}).get("bron", ""),
        }
        for line in Register(workdir, REGISTER).geschiedenis(agb)
    ]


def stand_nummer(workdir: Path) -> int:
    """Return a number that is another one when a name was added, for who keeps a page with names."""
    return _aantal(workdir, int(monotonic() / VERS))


def namenlijst(workdir: Path, codes: Iterable[str | None]) -> list[dict[str, str]]:
    """Return rows of `KOLOMMEN` for the providers among these codes that have a name, in order of code."""
    known = aanbieders(workdir)
    return [asdict(known[code]) for code in sorted({code for code in codes if code} & known.keys())]


def vergeet() -> None:
    """Read the names again at the next question."""
    _aantal.cache_clear()


@lru_cache(maxsize=4)
def _aantal(workdir: Path, tijdvak: int) -> int:
    return Register(workdir, REGISTER).aantal()


@lru_cache(maxsize=4)
def _lees(workdir: Path, aantal: int, dag: date) -> Mapping[str, Aanbieder]:
    if not aantal:
        return {}
    found = Register(workdir, REGISTER).stand(geldig_op=dag)
    return {agb: Aanbieder(agb, **value) for agb, value in found.items()}


# --- the list -------------------------------------------------------------------------------------------------------


def _waarden(listed: Lijst) -> Iterator[tuple[str, Mapping[str, Any], date]]:
    """Yield the lines for the register, the oldest first."""
    for line in sorted(listed.regels.values(), key=lambda line: (line["agb"], line["geldig_vanaf"])):
        value = {name: line[name] for name in KOLOMMEN if name != "agb"}
        yield line["agb"], value, date.fromisoformat(line["geldig_vanaf"])


def _check_agb(line: Regel) -> str | None:
    return None if re.fullmatch(r"\d{8}", line["agb"]) else "LIJST_AGB"


def _check_words(line: Regel) -> str | None:
    if not 0 < len(line["naam"]) <= LANGST:
        return "LIJST_NAAM"
    return None if line["bron"] else "LIJST_BRON"


def _check_days(line: Regel) -> str | None:
    days = [line["geldig_vanaf"], line["geldig_tot"] or EVER]
    if not all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) for day in days):
        return "LIJST_DATUM"
    try:
        first, last = map(date.fromisoformat, days)
    except ValueError:
        return "LIJST_DATUM"
    return None if first <= last else "LIJST_PERIODE"


def _overlaps(lines: Mapping[int, Regel]) -> Iterator[tuple[int, str]]:
    """Yield the lines whose days an earlier name of the same code has too."""
    by_code: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for number, line in lines.items():
        by_code[line["agb"]].append((line["geldig_vanaf"], number, line["geldig_tot"] or EVER))
    for spans in by_code.values():
        taken = ""
        for van, number, tot in sorted(spans):
            if van <= taken:
                yield number, "LIJST_OVERLAP"
            else:
                taken = tot
