"""The yearly reports that were made final: kept with their inputs, so that each can be made again to the byte."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.reports.invoer import als_json, van_json
from jeugdstelsel.reports.maken import FORMATEN, Bestand, maak, schrijf
from jeugdstelsel.reports.soort import vind_soort
from jeugdstelsel.reports.verzamel import Keuze, verzamel
from jeugdstelsel.store import Register

FOLDER, INVOER, SOORT = "rapporten", "invoer.json", "jaar"


@dataclass(frozen=True)
class Vastgesteld:
    """A yearly report that was made final: by whom, when and why, from which release, and the hash of each file."""

    jaar: str
    uitgave: int
    wie: str
    wanneer: datetime
    waarom: str
    bestanden: dict[str, str]


def vastgestelde(werkmap: Path) -> tuple[Vastgesteld, ...]:
    """Return the yearly reports that were made final, the last year first."""
    lines = Register(werkmap, FOLDER).geschiedenis()
    found = [
        Vastgesteld(each.sleutel, each.waarde["uitgave"], each.wie, each.wanneer, each.waarom, each.waarde["bestanden"])
        for each in lines
        if each.waarde
    ]
    return tuple(sorted(found, key=lambda each: each.jaar, reverse=True))


def vind_vastgesteld(werkmap: Path, jaar: str) -> Vastgesteld | None:
    """Return the final report of a year, or None when there is none."""
    return next((each for each in vastgestelde(werkmap) if each.jaar == jaar), None)


def stel_vast(werkmap: Path, keuze: Keuze, *, wie: str, waarom: str) -> Vastgesteld:
    """Make the report of a year final: keep its inputs and files, and record who did it and why.

    Raises GebruikersFout when it was made final before, or without a name or a reason.
    """
    invoer = replace(verzamel(werkmap, vind_soort(SOORT), keuze), vastgesteld=True)
    files = {INVOER: als_json(invoer)}
    files |= {f"rapport.{name}": schrijf(invoer, name).inhoud for name in FORMATEN}
    hashes = {name: sha256(data).hexdigest() for name, data in files.items()}
    with _alleen(werkmap):
        if vind_vastgesteld(werkmap, invoer.jaar):
            raise GebruikersFout(f"het jaarrapport over {invoer.jaar} is al vastgesteld en verandert niet meer.")
        _bewaar(werkmap / FOLDER / invoer.jaar, files)
        Register(werkmap, FOLDER).schrijf(
            invoer.jaar, {"uitgave": invoer.uitgave, "bestanden": hashes}, wie=wie, waarom=waarom,
            geldig_vanaf=date.fromisoformat(invoer.dag), verwacht=0, moment=datetime.now(UTC),
        )  # fmt: skip
    found = vind_vastgesteld(werkmap, invoer.jaar)
    assert found is not None
    return found


def geef(werkmap: Path, soort: str, keuze: Keuze, formaat: str) -> Bestand:
    """Return a report as a file: a yearly report that was made final as it was kept, any other made anew.

    Raises GebruikersFout when it cannot be made as asked.
    """
    if soort == SOORT and keuze.bekend_op is None and vind_vastgesteld(werkmap, keuze.jaar):
        return lees(werkmap, keuze.jaar, formaat)
    return maak(werkmap, soort, keuze, formaat)


def lees(werkmap: Path, jaar: str, formaat: str) -> Bestand:
    """Return a final report as it was kept.

    Raises GebruikersFout when there is none, Fout when the file is not what was recorded.
    """
    found = vind_vastgesteld(werkmap, jaar)
    if found is None:
        raise GebruikersFout(f"het jaarrapport over {jaar[:10]} is niet vastgesteld.")
    if formaat not in FORMATEN:
        raise GebruikersFout(f"het formaat '{formaat[:20]}' bestaat niet. Kies uit: {', '.join(FORMATEN)}.")
    return Bestand(f"{SOORT}-{jaar}.{formaat}", FORMATEN[formaat].soort, _gaaf(werkmap, found, f"rapport.{formaat}"))


def herhaal(werkmap: Path, jaar: str) -> dict[str, bool]:
    """Make a final report again from its stored inputs; say of each file whether it comes out to the byte."""
    found = vind_vastgesteld(werkmap, jaar)
    if found is None:
        raise GebruikersFout(f"het jaarrapport over {jaar[:10]} is niet vastgesteld.")
    invoer = van_json(_gaaf(werkmap, found, INVOER))
    return {name: schrijf(invoer, name).inhoud == _gaaf(werkmap, found, f"rapport.{name}") for name in FORMATEN}


def _gaaf(werkmap: Path, found: Vastgesteld, naam: str) -> bytes:
    """Return a kept file, after checking that it is what was recorded."""
    path = werkmap / FOLDER / found.jaar / naam
    data = path.read_bytes() if path.exists() else b""
    if sha256(data).hexdigest() != found.bestanden[naam]:
        raise Fout(
            f"{naam} van het jaarrapport over {found.jaar} is niet het bestand dat is vastgesteld. "
            "Zet de reservekopie terug."
        )
    return data


@contextmanager
def _alleen(werkmap: Path) -> Iterator[None]:
    """Let one process at a time make a report final."""
    folder = werkmap / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _bewaar(folder: Path, files: dict[str, bytes]) -> None:
    """Put the files in place at once; what an interrupted attempt left is replaced."""
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".nieuw-"))
    for name, data in files.items():
        (fresh / name).write_bytes(data)
    if folder.exists():
        shutil.rmtree(folder)
    fresh.rename(folder)
