"""Deliveries of small valid messages about young people with official test BSNs, and what became of them."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jeugdstelsel.cli import main
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.writer import write_message
from jeugdstelsel.services.process import Summary, process
from jeugdstelsel.services.review import review
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.store import Archive
from jeugdstelsel.tables import all_tables

VOORBEELDSTAD, AANBIEDER = "0034", "99990001"
ACHTERNAAM, POSTCODE = "Voorbeeldnaam", "1315XC"
VERSIES = {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}
PRODUCT = {"Product": {"Categorie": "45", "Code": "45A04"}}
COMMAND = Path(sys.executable).with_name("jeugdstelsel")
SHARED = Path(__file__).resolve().parents[2] / "shared" / "standards" / "ijw" / "testvectoren"
Tables = dict[str, list[tuple[Any, ...]]]
Named = Sequence[tuple[str, bytes]]


@cache
def make_bsns() -> tuple[str, ...]:
    """The official test BSNs: 999900006 to 999999990, as far as they pass the elfproef."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    numbers = map(str, range(999900006, 999999991))
    return tuple(bsn for bsn in numbers if sum(int(d) * w for d, w in zip(bsn, weights, strict=True)) % 11 == 0)


def _header(nummer: str, dag: str, sender: str, receiver: str) -> dict[str, Any]:
    named = {"Identificatie": nummer, "Dagtekening": dag}
    return {"Afzender": sender, "Ontvanger": receiver, "BerichtIdentificatie": named, "XsdVersie": VERSIES}


def _client(nummer: int, **more: Any) -> dict[str, Any]:
    naam = {"Geslachtsnaam": {"Achternaam": f"{ACHTERNAAM} {nummer}"}}
    return {
        "Bsn": make_bsns()[nummer],
        "Geboortedatum": {"Datum": "2012-05-04"},
        "Geslacht": "2",
        "Naam": naam,
        **more,
    }


def make_toewijzing(nummer: int = 1) -> bytes:
    """A JW301: young person and toewijzing have the same number; care from 1 February 2026."""
    product = {
        "ToewijzingNummer": nummer,
        **PRODUCT,
        "Toewijzingsdatum": "2026-01-20",
        "Toewijzingstijd": "10:15:00",
        "Ingangsdatum": "2026-02-01",
        "Einddatum": "2026-12-31",
        "Omvang": {"Volume": 2, "Eenheid": "04", "Frequentie": "2"},
    }
    adres = {
        "Huis": {"Huisnummer": 12},
        "Postcode": POSTCODE,
        "Straatnaam": "Dorpsplein",
        "Plaatsnaam": "Voorbeeldstad",
        "LandCode": "NL",
    }
    client = _client(
        nummer,
        Contactgegevens={"Contact": [{"Soort": "01", "Adres": adres}]},
        ToegewezenProducten={"ToegewezenProduct": [product]},
    )
    client["Naam"]["NaamGebruik"] = "1"
    return write_message(
        "JW301", {"Header": _header(f"T{nummer}", "2026-01-20", VOORBEELDSTAD, AANBIEDER), "Client": client}
    )


def _melding(nummer: int, **more: Any) -> dict[str, Any]:
    named = {"ToewijzingNummer": nummer, **PRODUCT, "ToewijzingIngangsdatum": "2026-02-01", "Begindatum": "2026-02-10"}
    return named | {"StatusAanlevering": "1"} | more


def make_start(nummer: int = 1, **more: Any) -> bytes:
    """A JW305: the care of the toewijzing with this number began."""
    client = _client(nummer, StartProducten={"StartProduct": [_melding(nummer, **more)]})
    header = _header(f"S{nummer}", "2026-02-11", AANBIEDER, VOORBEELDSTAD)
    return write_message("JW305", {"Header": header, "Client": client})


def make_stop(nummer: int = 1, **more: Any) -> bytes:
    """A JW307: the care of the toewijzing with this number ended."""
    ended = {"RedenBeeindiging": "31", "Einddatum": "2026-05-01"} | more
    client = _client(nummer, StopProducten={"StopProduct": [_melding(nummer, **ended)]})
    header = _header(f"E{nummer}", "2026-05-02", AANBIEDER, VOORBEELDSTAD)
    return write_message("JW307", {"Header": header, "Client": client})


def make_stream(people: int) -> list[tuple[str, bytes]]:
    """Named messages of young people: toewijzing, start and stop; every fifth was never assigned (TR019)."""
    stream: list[tuple[str, bytes]] = []
    for nummer in range(1, people + 1):
        if nummer % 5:
            stream.append((f"{nummer:04d}-1.xml", make_toewijzing(nummer)))
        stream += [(f"{nummer:04d}-2.xml", make_start(nummer)), (f"{nummer:04d}-3.xml", make_stop(nummer))]
    return stream


def write_files(folder: Path, files: Named) -> Path:
    """Write named bytes to a folder, made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files:
        (folder / name).write_bytes(data)
    return folder


def share_key(one: Path, other: Path) -> None:
    """Give another work folder the same key, so that pseudonyms can be compared."""
    other.mkdir()
    shutil.copy(one / "sleutel", other / "sleutel")


def take_in(paths: Iterable[Path], werkmap: Path, **more: Any) -> Summary:
    """What `jeugdstelsel verwerk` does, without the command line."""
    summary = process(paths, werkmap, van=more.get("van", "afzender"), door=more.get("door", "tester"))
    review(werkmap)
    return summary


def read_tables(werkmap: Path, *, leave_out: frozenset[str] = frozenset()) -> Tables:
    """Every stored table, its rows in order; columns of `leave_out` are left out."""
    found: Tables = {}
    with closing(open_warehouse(werkmap)) as connection:
        for name, table in all_tables().items():
            columns = [column for column in table.stored_names if column not in leave_out]
            if table.stored and columns:
                found[name] = sorted(duck.run_sql(connection, f"SELECT {', '.join(columns)} FROM {name}"), key=repr)
    return found


def read_content(werkmap: Path) -> Tables:
    """The tables without what follows from how the messages were packed in deliveries."""
    tables = read_tables(werkmap, leave_out=frozenset({"levering_id", "volgnummer"}))
    del tables["levering"]
    return tables


def read_ledger(werkmap: Path) -> list[tuple[Any, ...]]:
    """The lines of the ledger in order of arrival, without the clock."""
    return [(d.levering_id, d.naam, d.grootte, d.van, d.door) for d in Archive(werkmap).deliveries()]


def read_archive(werkmap: Path) -> dict[str, str]:
    """Every file in the archive with the SHA-256 of its bytes."""
    files = (path for path in (werkmap / "archief").rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run_main(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: object
) -> tuple[int, str, str]:
    """Run a command in this process; return exit code, output and errors."""
    monkeypatch.setattr(sys, "argv", ["jeugdstelsel", *map(str, words)])
    capfd.readouterr()
    try:
        main()
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capfd.readouterr()
    return code, out, err


def run_command(*words: object, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """Run a command as a process of its own."""
    return subprocess.run([COMMAND, *map(str, words)], input=stdin, capture_output=True, check=False, timeout=120)
