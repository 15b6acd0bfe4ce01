"""Makes a report from its inputs in any format, always the same from the same inputs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.reports.html import als_html
from jeugdstelsel.reports.invoer import Invoer, als_json, van_json
from jeugdstelsel.reports.model import Rapport, losse_getallen
from jeugdstelsel.reports.pdf import als_pdf
from jeugdstelsel.reports.soort import vind_soort
from jeugdstelsel.reports.verzamel import Keuze, verzamel
from jeugdstelsel.reports.xlsx import als_xlsx
from jeugdstelsel.services.calculate import REGISTER as UITGAVEN
from jeugdstelsel.services.iv3 import FOLDER as IV3
from jeugdstelsel.services.statline import FOLDER as STATLINE
from jeugdstelsel.store.register import FILE as REGISTERS

Stempel: TypeAlias = tuple[tuple[str, int, int], ...]
VOORRAAD = 64
"""Files that are kept in memory: whoever asks the same gets the same without making it again."""


@dataclass(frozen=True)
class Bestand:
    """A report as a file: its name, media type and contents."""

    naam: str
    soort: str
    inhoud: bytes


@dataclass(frozen=True)
class Formaat:
    """A format: its media type and what writes it."""

    soort: str
    schrijf: Callable[[Rapport], bytes]


FORMATEN: Mapping[str, Formaat] = {
    "pdf": Formaat("application/pdf", als_pdf),
    "html": Formaat("text/html; charset=utf-8", als_html),
    "xlsx": Formaat("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", als_xlsx),
}


def maak(werkmap: Path, soort: str, keuze: Keuze, formaat: str) -> Bestand:
    """Return a report as a file; raises GebruikersFout when it cannot be made as asked."""
    return _maak(werkmap, soort, keuze, formaat, _stempel(werkmap))


@lru_cache(VOORRAAD)
def _maak(werkmap: Path, soort: str, keuze: Keuze, formaat: str, stempel: Stempel) -> Bestand:
    """Return a report, made once for as long as nothing in the work folder changes (`stempel`)."""
    return schrijf(verzamel(werkmap, vind_soort(soort), keuze), formaat)


def _stempel(werkmap: Path) -> Stempel:
    """Return what changes when a release, a line of a register or a delivery comes in."""
    folders = [path for name in (UITGAVEN, IV3, STATLINE) for path in (werkmap / name).glob("*")]
    paths = (werkmap / REGISTERS, werkmap / f"{REGISTERS}-wal", *sorted(folders))
    found = [(str(path), path.stat()) for path in paths if path.exists()]
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in found if stat.st_size)


def schrijf(invoer: Invoer, formaat: str) -> Bestand:
    """Return the report of stored inputs as a file."""
    if formaat not in FORMATEN:
        raise GebruikersFout(f"het formaat '{formaat[:20]}' bestaat niet. Kies uit: {', '.join(FORMATEN)}.")
    return _schrijf(als_json(invoer), formaat)


def stel_samen(invoer: Invoer) -> Rapport:
    """Return the report of stored inputs; a number in a sentence that no table holds is an error of the program."""
    found = vind_soort(invoer.soort).maak(invoer)
    if loose := losse_getallen(found):
        raise AssertionError(f"rapport {found.naam}: {len(loose)} numbers in sentences stand in no table")
    return found


@lru_cache(VOORRAAD)
def _schrijf(invoer: bytes, formaat: str) -> Bestand:
    report, how = stel_samen(van_json(invoer)), FORMATEN[formaat]
    return Bestand(f"{report.naam}.{formaat}", how.soort, how.schrijf(report))
