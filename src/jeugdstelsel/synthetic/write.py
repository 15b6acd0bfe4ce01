"""Writes the synthetic country to disk: zips of messages per gemeente, contracts, a label and the true totals."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from heapq import merge
from pathlib import Path
from shutil import copyfile
from typing import BinaryIO

from jeugdstelsel.ingest.bij_schrijven import write_heading
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.standaard.bij import standaard_indeling
from jeugdstelsel.synthetic import bij
from jeugdstelsel.synthetic.archive import LABEL, SyntheticZip
from jeugdstelsel.synthetic.care import agb_numbers
from jeugdstelsel.synthetic.dates import day_number
from jeugdstelsel.synthetic.defects import Scenes, day_of, scenes_for
from jeugdstelsel.synthetic.emit import Message, Story, emit, story
from jeugdstelsel.synthetic.parameters import LAST_YEAR, Instellingen, vormen
from jeugdstelsel.synthetic.places import Place, places
from jeugdstelsel.synthetic.providers import NAMEN, contract_rows, name_rows, provider_codes
from jeugdstelsel.synthetic.scene import Defect, Planted
from jeugdstelsel.synthetic.truth import Truth, truth

_MONTHLY_FROM = 0.2
"""From this scale on there is a zip per month; smaller countries have one zip per gemeente and year."""


@dataclass(frozen=True)
class _Task:
    place: Place
    instellingen: Instellingen
    doel: Path
    eerste: int
    laatste: int
    dag: date | None
    fouten: tuple[Place, ...]


def write_world(
    doel: Path, instellingen: Instellingen, *, gemeenten: tuple[str, ...] = (), dag: date | None = None,
    manifest: Path | None = None, processen: int = 2, gereed: Callable[[str], None] = lambda code: None,
) -> Truth:  # fmt: skip
    """Write the country to `doel` and return its totals; `gereed` hears each gemeente that is finished.

    With `dag` only the messages of that one day are written, on top of a country that ends the day before.
    With `manifest` known defects are planted, and that CSV file says what was planted where.
    The content of the messages depends on the settings only, not on the number of processes.
    Raises GebruikersFout for an unknown gemeente and for a folder that holds something else.
    """
    chosen = _chosen(instellingen, gemeenten)
    _prepare(doel, dag)
    tasks = [_task(place, instellingen, doel, dag, chosen if manifest else []) for place in chosen]
    parts = []
    for part in _run(tasks, processen):
        _add_deliveries(doel / "bij", part.bij)
        parts.append(replace(part, bij=[]))
        gereed(part.truth.gemeente)
    if manifest:
        _write_rows(manifest, MANIFEST, [row for part in parts for row in part.planted] + _duplicate(doel, chosen[0]))
    if dag is None:
        _write_about(doel, instellingen, parts)
    return Truth.total([part.truth for part in parts])


def _prepare(doel: Path, dag: date | None) -> None:
    """Make the folder, and take away an earlier synthetic country; anything else in it stays where it is."""
    if dag is not None:
        doel.mkdir(parents=True, exist_ok=True)
        return
    label = doel / "LEESMIJ.txt"
    earlier = label.is_file() and label.read_text(encoding="utf-8").startswith(LABEL)
    if doel.is_dir() and any(doel.iterdir()) and not earlier:
        raise GebruikersFout(f"In de map {doel} staat al iets anders; geef een lege of nieuwe map.")
    for old in (*doel.glob("[0-9][0-9][0-9][0-9]/*.zip"), *doel.glob("bij/*.csv"), doel / "wereld.json"):
        old.unlink(missing_ok=True)
    doel.mkdir(parents=True, exist_ok=True)
    label.write_text(LABEL + _README, encoding="utf-8")


def _chosen(instellingen: Instellingen, gemeenten: tuple[str, ...]) -> list[Place]:
    known = places(instellingen)
    unknown = [code for code in gemeenten if code not in known]
    if unknown:
        raise GebruikersFout(f"Onbekende gemeentecode {', '.join(unknown)}; geef vier cijfers, bijvoorbeeld 0363.")
    return [known[code] for code in sorted(gemeenten or known)]


def _task(place: Place, instellingen: Instellingen, doel: Path, dag: date | None, fouten: list[Place]) -> _Task:
    first, last = (0, day_number(instellingen.tot)) if dag is None else (day_number(dag), day_number(dag))
    return _Task(place, instellingen, doel, first, last, dag, tuple(fouten))


@dataclass(frozen=True)
class _Part:
    """What one gemeente adds to the files about the country."""

    truth: Truth
    contracts: list[tuple[str, ...]]
    planted: list[tuple[str, ...]]
    bij: list[bij.Levering]


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
    scenes = scenes_for(task.place, list(task.fouten)) if task.fouten else Scenes((), ())
    both = merge(stream, _planted_messages(scenes, task), key=lambda message: message.dag)
    planted = _write_zips(folder, both, lambda day: _zip_name(task, day), task.instellingen.schaal)
    contracts = _contracts(told, task.instellingen) + list(scenes.contracts)
    reported = bij.deliveries(told.care, task.instellingen) if task.dag is None else []
    return _Part(truth(told, task.instellingen), contracts, planted, reported)


def _planted_messages(scenes: Scenes, task: _Task) -> Iterator[Message]:
    for item in scenes.planted:
        if task.eerste <= day_of(item) <= task.laatste:
            yield Message(item.bericht, day_of(item), item.xml, item)


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


def _write_zips(
    folder: Path, stream: Iterable[Message], name_of: Callable[[int], str], schaal: float
) -> list[tuple[str, ...]]:
    """Write the messages and return the rows of the manifest."""
    name, number, packed, planted, today = "", 0, None, [], -1
    for message in stream:
        if message.dag != today:
            today, wanted = message.dag, name_of(message.dag)
            if wanted != name:
                _finish(packed)
                name, number, packed = wanted, 0, _begin(folder / wanted, schaal)
        number += 1
        assert packed is not None
        file = f"{number:06d}_{message.bericht}.xml"
        packed[1].add(file, message.xml.encode("utf-8", "surrogateescape"))
        if message.gepland is not None and message.gepland.defect is not None:
            planted.append(_manifest_row(f"{folder.name}/{name}", file, message.gepland, message.gepland.defect))
    _finish(packed)
    return planted


MANIFEST = ("bestand", "bericht", "berichtsoort", "identificatie", "soort_fout", "geldig", "regels")
"""Columns of the manifest: zip, file in it, message type, what is wrong, whether the structure holds, rules broken."""


def _manifest_row(bestand: str, file: str, planted: Planted, defect: Defect) -> tuple[str, ...]:
    valid = "ja" if defect.geldig else "nee"
    return (
        bestand, file, planted.bericht, planted.identificatie, defect.soort, valid, ";".join(defect.regels),
    )  # fmt: skip


def _duplicate(doel: Path, place: Place) -> list[tuple[str, ...]]:
    """Deliver the first zip of a gemeente a second time; that must change nothing."""
    first = min((doel / place.code).glob("*.zip"), default=None)
    if first is None:
        return []
    copy = first.with_name(f"{first.stem}_dubbel.zip")
    copyfile(first, copy)
    return [(f"{place.code}/{copy.name}", "", "", "", "dubbele levering", "ja", "")]


def _begin(path: Path, schaal: float) -> tuple[BinaryIO, SyntheticZip]:
    file = path.open("wb")
    return file, SyntheticZip(file, schaal)


def _finish(packed: tuple[BinaryIO, SyntheticZip] | None) -> None:
    if packed is not None:
        packed[1].close()
        packed[0].close()


def _add_deliveries(folder: Path, deliveries: list[bij.Levering]) -> None:
    """Add what one gemeente reports to the deliveries of its aanbieders; the first one writes the heading."""
    if deliveries:
        folder.mkdir(exist_ok=True)
    for item in deliveries:
        path = folder / item.naam
        heading = "" if path.exists() else write_heading(item.soort, standaard_indeling())
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(heading + item.regels)


# ---- what lies beside the messages -----------------------------------------------------------------------------

_CONTRACT = (
    "gemeente", "aanbieder", "product_categorie", "product_code", "tarief_eurocent", "eenheid", "geldig_van",
    "geldig_tot",
)  # fmt: skip


def _write_about(doel: Path, instellingen: Instellingen, parts: list[_Part]) -> None:
    facts = [part.truth for part in parts]
    about = {
        "synthetisch": True, "label": "SYNTHETISCH", "instellingen": _settings(instellingen),
        "totaal": asdict(Truth.total(facts)), "gemeenten": [asdict(fact) for fact in facts],
    }  # fmt: skip
    (doel / "wereld.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    contracts = [row for part in parts for row in part.contracts]
    _write_rows(doel / "contracten.csv", _CONTRACT, contracts)
    known = {(fact.gemeente, agb) for fact in facts for agb in provider_codes(places(instellingen)[fact.gemeente])}
    named = known.union((row[0], row[1]) for row in contracts)
    _write_rows(doel / "aanbieders.csv", NAMEN, list(name_rows(named)))


def _write_rows(path: Path, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def _settings(instellingen: Instellingen) -> dict[str, object]:
    return {**asdict(instellingen), "tot": str(instellingen.tot)}


_README = """
Per gemeente staat er een map met zips. Elke zip heeft een bestand per iJw-bericht (release 3.2), in volgorde
van verzending; ook de namen van de zips staan in die volgorde. `aanloop` bevat de oudere berichten van
trajecten die op de eerste dag al liepen.

wereld.json     instellingen en wat waar is: jongeren, trajecten, prestaties en eurocenten per gemeente
contracten.csv  afgesproken tarieven; geldig_tot is de laatste dag
aanbieders.csv  een verzonnen naam bij elke AGB-code; elke naam begint met Synthetisch
bij/            per aanbieder en verslagperiode de Beleidsinformatie Jeugd, met bekende verschillen met de berichten

Zo is te zien dat het verzonnen is: elke zip heeft SYNTHETISCH als opmerking en een bestand SYNTHETISCH.txt, elke
berichtidentificatie begint met SYN, elke achternaam is Synthetisch en elke verwijzing van een aanbieder begint met
SYNTHETISCH. In de Beleidsinformatie begint elk kenmerk zo. Postcodes eindigen op SA en bestaan niet.
"""
