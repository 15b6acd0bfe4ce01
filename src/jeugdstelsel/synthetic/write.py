"""Writes the synthetic country to disk: zips of messages per gemeente, contracts, a label and the true totals."""

import csv
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from struct import pack
from typing import BinaryIO

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.synthetic.care import agb_numbers
from jeugdstelsel.synthetic.dates import day_number
from jeugdstelsel.synthetic.emit import Message, Story, emit, story
from jeugdstelsel.synthetic.parameters import LAST_YEAR, Instellingen, vormen
from jeugdstelsel.synthetic.places import Place, places
from jeugdstelsel.synthetic.providers import contract_rows
from jeugdstelsel.synthetic.truth import Truth, truth

LABEL = (
    "SYNTHETISCH: deze berichten zijn verzonnen door jeugdstelsel wereld.\n"
    "Geen enkele persoon, aanbieder, gebeurtenis of euro hierin is echt.\n"
)
_MONTHLY_FROM = 0.2
"""From this scale on there is a zip per month; smaller countries have one zip per gemeente and year."""
_DOS_TIME = pack("<HH", 0, 0x21)
"""1 January 1980, so that the same country gives the same bytes."""


class SyntheticZip:
    """A zip of messages that says in comment and first file that it is synthetic; quick for many small files."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._at = file, 0
        self._directory: list[bytes] = []
        self.add("SYNTHETISCH.txt", LABEL.encode())

    def add(self, name: str, content: bytes) -> None:
        """Append one compressed file."""
        packer = zlib.compressobj(1, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
        about = pack("<HHH", 20, 0, 8) + _DOS_TIME + pack("<III", zlib.crc32(content), len(packed), len(content))
        named = name.encode("ascii")
        self._directory.append(
            b"PK\x01\x02" + pack("<H", 20) + about + pack("<HHHHHII", len(named), 0, 0, 0, 0, 0, self._at) + named
        )
        local = b"PK\x03\x04" + about + pack("<HH", len(named), 0) + named
        self._file.write(local)
        self._file.write(packed)
        self._at += len(local) + len(packed)

    def close(self) -> None:
        """Write the directory; with more than 65,534 files in the 64-bit form."""
        directory = b"".join(self._directory)
        self._file.write(directory)
        count, comment = len(self._directory), b"SYNTHETISCH"
        if count > 0xFFFE:
            self._file.write(self._end64(count, len(directory)))
            count = 0xFFFF
        self._file.write(
            b"PK\x05\x06" + pack("<HHHHIIH", 0, 0, count, count, len(directory), self._at, len(comment)) + comment
        )

    def _end64(self, count: int, size: int) -> bytes:
        record = pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, size, self._at)
        locator = pack("<IQI", 0, self._at + size, 1)
        return b"PK\x06\x06" + record + b"PK\x06\x07" + locator


@dataclass(frozen=True)
class _Task:
    place: Place
    instellingen: Instellingen
    doel: Path
    eerste: int
    laatste: int
    dag: date | None


def write_world(
    doel: Path, instellingen: Instellingen, *, gemeenten: tuple[str, ...] = (), dag: date | None = None,
    processen: int = 2, gereed: Callable[[str], None] = lambda code: None,
) -> Truth:  # fmt: skip
    """Write the country to `doel` and return its totals; `gereed` hears each gemeente that is finished.

    With `dag` only the messages of that one day are written, on top of a country that ends the day before.
    The content of the messages depends on the settings only, not on the number of processes.
    """
    chosen = _chosen(instellingen, gemeenten)
    doel.mkdir(parents=True, exist_ok=True)
    tasks = [_task(place, instellingen, doel, dag) for place in chosen]
    parts = []
    for part in _run(tasks, processen):
        parts.append(part)
        gereed(part.truth.gemeente)
    if dag is None:
        _write_about(doel, instellingen, parts)
    return Truth.total([part.truth for part in parts])


def _chosen(instellingen: Instellingen, gemeenten: tuple[str, ...]) -> list[Place]:
    known = places(instellingen)
    unknown = [code for code in gemeenten if code not in known]
    if unknown:
        raise GebruikersFout(f"Onbekende gemeentecode {', '.join(unknown)}; geef vier cijfers, bijvoorbeeld 0363.")
    return [known[code] for code in sorted(gemeenten or known)]


def _task(place: Place, instellingen: Instellingen, doel: Path, dag: date | None) -> _Task:
    if dag is None:
        return _Task(place, instellingen, doel, 0, day_number(instellingen.tot), None)
    return _Task(place, instellingen, doel, day_number(dag), day_number(dag), dag)


@dataclass(frozen=True)
class _Part:
    """What one gemeente adds to the files about the country."""

    truth: Truth
    contracts: list[tuple[str, ...]]


def _run(tasks: list[_Task], processen: int) -> Iterator[_Part]:
    if processen == 1:
        yield from map(_write_place, tasks)
        return
    with ProcessPoolExecutor(processen) as pool:
        yield from pool.map(_write_place, tasks)


def _write_place(task: _Task) -> _Part:
    told = story(task.place, task.instellingen)
    folder = task.doel / task.place.code
    folder.mkdir(exist_ok=True)
    stream = emit(told, task.eerste, task.laatste, retour=task.instellingen.retour)
    _write_zips(folder, stream, lambda day: _zip_name(task, day))
    return _Part(truth(told, task.instellingen), _contracts(told, task.instellingen))


def _contracts(told: Story, instellingen: Instellingen) -> list[tuple[str, ...]]:
    chains = told.care.chains
    used = {
        (vormen()[vorm].vorm, f"{agb:08d}")
        for vorm, agb in zip(
            chains.vorm.tolist(), agb_numbers(told.care.place, chains.vorm, chains.aanbieder).tolist(), strict=True
        )
    }
    years = range(LAST_YEAR + 1 - instellingen.jaren, LAST_YEAR + 2)
    return list(contract_rows(told.care.place, sorted(used), years))


def _zip_name(task: _Task, day: int) -> str:
    """Return the name of the zip for a day: names sort in order of sending."""
    code, moment = task.place.code, date(1970, 1, 1) + timedelta(day)
    if task.dag is not None:
        return f"{code}-{task.dag}.zip"
    if day < task.instellingen.eerste_dag:
        first_year = (date(1970, 1, 1) + timedelta(task.instellingen.eerste_dag)).year
        return f"{code}-{first_year - 1}-aanloop.zip"
    if task.instellingen.schaal < _MONTHLY_FROM:
        return f"{code}-{moment.year}.zip"
    return f"{code}-{moment.year}-{moment.month:02d}.zip"


def _write_zips(folder: Path, stream: Iterable[Message], name_of: Callable[[int], str]) -> None:
    name, number, packed = "", 0, None
    for message in stream:
        wanted = name_of(message.dag)
        if wanted != name:
            _finish(packed)
            name, number, packed = wanted, 0, _begin(folder / wanted)
        number += 1
        assert packed is not None
        packed[1].add(f"{number:06d}_{message.bericht}.xml", message.xml.encode())
    _finish(packed)


def _begin(path: Path) -> tuple[BinaryIO, SyntheticZip]:
    file = path.open("wb")
    return file, SyntheticZip(file)


def _finish(packed: tuple[BinaryIO, SyntheticZip] | None) -> None:
    if packed is not None:
        packed[1].close()
        packed[0].close()


# ---- what lies beside the messages -----------------------------------------------------------------------------

_CONTRACT = (
    "gemeente", "aanbieder", "product_categorie", "product_code", "tarief_eurocent", "eenheid", "geldig_van",
    "geldig_tot",
)  # fmt: skip


def _write_about(doel: Path, instellingen: Instellingen, parts: list[_Part]) -> None:
    (doel / "LEESMIJ.txt").write_text(LABEL + _README, encoding="utf-8")
    facts = [part.truth for part in parts]
    about = {
        "synthetisch": True, "label": "SYNTHETISCH", "instellingen": _settings(instellingen),
        "totaal": asdict(Truth.total(facts)), "gemeenten": [asdict(fact) for fact in facts],
    }  # fmt: skip
    (doel / "wereld.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    with (doel / "contracten.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_CONTRACT)
        writer.writerows(row for part in parts for row in part.contracts)


def _settings(instellingen: Instellingen) -> dict[str, object]:
    return {**asdict(instellingen), "tot": str(instellingen.tot)}


_README = """
Per gemeente staat er een map met zips. Elke zip heeft een bestand per iJw-bericht (release 3.2), in volgorde
van verzending; ook de namen van de zips staan in die volgorde. `aanloop` bevat de oudere berichten van
trajecten die op de eerste dag al liepen.

wereld.json     instellingen en wat waar is: jongeren, trajecten, prestaties en eurocenten per gemeente
contracten.csv  afgesproken tarieven; geldig_tot is de laatste dag

Zo is te zien dat het verzonnen is: elke zip heeft SYNTHETISCH als opmerking en een bestand SYNTHETISCH.txt, elke
berichtidentificatie begint met SYN, elke achternaam is Synthetisch en elke verwijzing van een aanbieder begint met
SYNTHETISCH. Postcodes eindigen op SA en bestaan niet.
"""
