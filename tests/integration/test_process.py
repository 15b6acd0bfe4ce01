"""Deliveries become tables: once, whatever they are packed in, and always again from the archive."""

import gzip
import io
import random
import re
import sqlite3
import stat
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from leveringen import (
    AANBIEDER,
    ACHTERNAAM,
    POSTCODE,
    VERSIES,
    VOORBEELDSTAD,
    Named,
    Tables,
    make_bsns,
    make_start,
    make_stream,
    read_archive,
    read_content,
    read_ledger,
    read_tables,
    run_command,
    run_main,
    share_key,
    take_in,
    write_files,
)
from strategies import make_message

from jeugdstelsel import standaard
from jeugdstelsel.ingest.fill import HEADER, messages
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.read import read_batch
from jeugdstelsel.ingest.source import Source
from jeugdstelsel.ingest.writer import write_message
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.calculate import calculate
from jeugdstelsel.services.export import NAMES, WRITERS, export
from jeugdstelsel.services.rotate import rotate
from jeugdstelsel.services.warehouse import DATABASE
from jeugdstelsel.store import Archive
from jeugdstelsel.tables import all_tables

STREAM = make_stream(10)


def pack_zip(files: Named) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(f"map/{name}", data)
    return target.getvalue()


def pack_tar(files: Named, mode: str = "w") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


@pytest.fixture(scope="module")
def loose(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder that took the stream in as loose files."""
    folder = tmp_path_factory.mktemp("los")
    take_in([write_files(folder / "in", STREAM)], folder / "werkmap")
    return folder / "werkmap"


def test_the_stream_is_read_and_judged(loose: Path) -> None:
    tables = read_content(loose)
    assert len(tables["bericht"]) == len(STREAM)
    assert len(tables["toegewezen_product"]) == 8
    assert len(tables["melding"]) == 20
    assert Counter(row[1] for row in tables["bevinding_over"])["TR019"] == 4


@pytest.mark.parametrize(
    "files",
    [
        [("alles.zip", pack_zip(STREAM))],
        [("alles.tar", pack_tar(STREAM))],
        [("alles.tar.gz", pack_tar(STREAM, "w:gz"))],
        [(f"{name}.gz", gzip.compress(data)) for name, data in STREAM],
        [("begin.zip", pack_zip(STREAM[:20])), ("rest.tar", pack_tar(STREAM[15:]))],
        [("dubbel.zip", pack_zip(STREAM + [(f"x{name}", data) for name, data in STREAM]))],
    ],
    ids=["zip", "tar", "tar.gz", "gz", "two that overlap", "everything twice"],
)
def test_however_it_is_packed_the_tables_are_the_same(files: Named, loose: Path, tmp_path: Path) -> None:
    share_key(loose, tmp_path / "werkmap")
    take_in([write_files(tmp_path / "in", files)], tmp_path / "werkmap")
    assert read_content(tmp_path / "werkmap") == read_content(loose)


def test_standard_input_gives_the_same_tables(loose: Path, tmp_path: Path) -> None:
    share_key(loose, tmp_path / "werkmap")
    done = run_command("verwerk", "-", "--werkmap", tmp_path / "werkmap", stdin=pack_tar(STREAM, "w:gz"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert read_content(tmp_path / "werkmap") == read_content(loose)
    assert [line[1] for line in read_ledger(tmp_path / "werkmap")] == ["standaardinvoer"]


def test_the_same_delivery_twice_changes_nothing(tmp_path: Path) -> None:
    packed = pack_zip(STREAM)
    files = write_files(tmp_path / "in", [("a.zip", packed), ("kapot.zip", b"PK\x03\x04kapot")])
    first = take_in([files], tmp_path / "werkmap")
    seen = [function(tmp_path / "werkmap") for function in (read_tables, read_ledger, read_archive)]
    again = take_in([files], tmp_path / "werkmap")
    renamed = take_in([write_files(tmp_path / "later", [("b.zip", packed)])], tmp_path / "werkmap")
    assert [function(tmp_path / "werkmap") for function in (read_tables, read_ledger, read_archive)] == seen
    assert (first.leveringen, again.leveringen, renamed.leveringen) == (2, 0, 0)
    assert (first.al_bekend, again.al_bekend, renamed.al_bekend) == (0, 2, 1)


def test_a_message_in_two_deliveries_is_stored_once_under_the_first(tmp_path: Path) -> None:
    first = write_files(tmp_path / "1", [("a.zip", pack_zip(STREAM[:4]))])
    second = write_files(tmp_path / "2", [("b.zip", pack_zip(STREAM[2:6]))])
    for folder in (first, second):
        take_in([folder], tmp_path / "werkmap")
    tables = read_tables(tmp_path / "werkmap")
    assert len(tables["ontvangst"]) == len({row[0] for row in tables["ontvangst"]}) == 6
    assert sorted(Counter(row[1] for row in tables["ontvangst"]).values()) == [2, 4]
    assert sorted(row[1] for row in tables["levering"]) == [4, 4]


def test_the_archive_keeps_the_bytes_and_who_sent_and_took_them_in(tmp_path: Path) -> None:
    packed = pack_zip(STREAM)
    take_in([write_files(tmp_path / "in", [("a.zip", packed)])], tmp_path / "werkmap", van="0363", door="jan")
    archive = Archive(tmp_path / "werkmap")
    (delivery,) = archive.deliveries()
    assert (delivery.naam, delivery.van, delivery.door, delivery.grootte) == ("a.zip", "0363", "jan", len(packed))
    with archive.open(delivery.levering_id) as stream:
        assert stream.read() == packed
    assert archive.verify() == []


def test_the_work_folder_never_takes_itself_in(tmp_path: Path) -> None:
    write_files(tmp_path, STREAM[:3])
    for _ in range(2):
        take_in([tmp_path], tmp_path / "werkmap")
    assert [line[1] for line in read_ledger(tmp_path / "werkmap")] == [name for name, _ in STREAM[:3]]


def test_without_the_database_the_next_run_rebuilds_it_from_the_archive(tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    for n, part in enumerate((STREAM[:9], STREAM[9:])):
        take_in([write_files(tmp_path / str(n), [*part, ("kapot.zip", b"PK\x03\x04%d" % n)])], werkmap)
    before = read_tables(werkmap)
    (werkmap / DATABASE).unlink()
    take_in([], werkmap)
    assert read_tables(werkmap) == before


def test_what_cannot_be_opened_is_passed_over_and_said(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files(tmp_path / "in", STREAM[:3])
    (folder / "weg.xml").symlink_to(tmp_path / "bestaat-niet")
    code, out, err = run_main(capfd, monkeypatch, "verwerk", folder, "--werkmap", tmp_path / "werkmap")
    assert code == 1
    assert "3 leveringen verwerkt" in out
    assert err.startswith("weg.xml is overgeslagen: ")
    assert len(read_tables(tmp_path / "werkmap")["bericht"]) == 3


def test_a_broken_database_is_said_with_what_to_do(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files(tmp_path / "in", STREAM[:1])
    take_in([folder], tmp_path / "werkmap")
    (tmp_path / "werkmap" / DATABASE).write_bytes(b"geen database")
    code, _, err = run_main(capfd, monkeypatch, "verwerk", folder, "--werkmap", tmp_path / "werkmap")
    assert code == 2
    assert "Verwijder dat bestand" in err


# --- every kind of message ------------------------------------------------------------------------------------------


def find_all(inhoud: Any, pad: str) -> list[Any]:
    """The values at a path in a nested message, in document order."""
    if not pad:
        return [inhoud]
    name, _, rest = pad.partition("/")
    values = inhoud.get(name, [])
    return [found for value in (values if isinstance(values, list) else [values]) for found in find_all(value, rest)]


def as_text(value: Any) -> str | None:
    """A value of a table as the message writes it."""
    return None if value is None else value.isoformat() if isinstance(value, date) else str(value)


def expected_rows(source: Source, inhoud: Any) -> Iterator[dict[str, str | None]]:
    """The rows that one source must give for one message, columns as text."""
    for ordinal, klasse in enumerate(find_all({"Bericht": inhoud}, source.row), start=1):
        if source.when and not find_all(klasse, source.when):
            continue
        values = {name: (find_all(klasse, pad) or [None])[0] for name, pad in source.columns.items()}
        there = {name: str(bool(find_all(klasse, pad))) for name, pad in source.present.items()}
        number = {source.ordinal_as: ordinal, "regelnummer": 1} if source.ordinal_as else {"regelnummer": ordinal}
        rest = {name: str(value) for name, value in (source.constants | number).items()}
        yield {name: value and trim(value) for name, value in values.items()} | there | rest


def trim(value: str) -> str:
    """As the tables hold it: blanks at the ends never count here, and a number has no leading zeros of its own."""
    return value.strip()


@pytest.mark.parametrize("berichtsoort", sorted(standaard.berichten()))
def test_a_message_of_every_kind_fills_its_tables_with_its_values(berichtsoort: str) -> None:
    rng = random.Random(berichtsoort)
    messages_made = [make_message(rng, berichtsoort) for _ in range(20)]
    documents = [write_message(berichtsoort, inhoud) for inhoud in messages_made]
    batch = read_batch(documents, Key(bytes(32), "1"), [f"b{n}" for n in range(20)])
    assert all(outcome.geldig for outcome in batch.outcomes)
    headers = Source("bericht", "Bericht", {name: f"Header/{pad}" for name, pad in HEADER.items()})
    sources = messages()[berichtsoort].sources if berichtsoort in messages() else ()
    for source in (headers, *sources):
        rows = batch.tables[source.table].to_pylist() if source.table in batch.tables else []
        for n, inhoud in enumerate(messages_made):
            own = [
                {name: as_text(value) for name, value in row.items()} for row in rows if row["bericht_id"] == f"b{n}"
            ]
            for expected in expected_rows(source, inhoud):
                if source is headers:
                    del expected["regelnummer"]
                assert any(expected.items() <= {k: v and v.strip() for k, v in row.items()}.items() for row in own)


def test_random_messages_of_every_kind_pass_through_the_whole_intake(tmp_path: Path) -> None:
    rng = random.Random(3)
    kinds = sorted(standaard.berichten())
    files = [(f"{soort}-{n}.xml", write_message(soort, make_message(rng, soort))) for soort in kinds for n in range(5)]
    take_in([write_files(tmp_path / "in", files)], tmp_path / "werkmap")
    tables = read_tables(tmp_path / "werkmap")
    judged = {(row[3], row[5]) for row in tables["ontvangst"]}
    assert {soort for soort, _ in judged} == set(kinds)
    assert {uitkomst for _, uitkomst in judged} <= {"gelezen", "afgekeurd"}
    accepted = sum(1 for row in tables["ontvangst"] if row[5] == "gelezen")
    assert len(tables["bericht"]) == accepted > 0


# --- persons --------------------------------------------------------------------------------------------------------


def secrets_in(folder: Path, *, besides: set[str]) -> set[str]:
    """Which BSN, name or address of the stream stands somewhere in the raw bytes of a file."""
    bsns, words = {bsn.encode() for bsn in make_bsns()}, (ACHTERNAAM.encode(), POSTCODE.encode(), b"Dorpsplein")
    found = set()
    for path in (path for path in folder.rglob("*") if path.is_file() and not besides & set(path.parts)):
        data = path.read_bytes()
        nine_digits = {match[1] for match in re.finditer(rb"(?=(\d{9}))", data)}
        found |= {
            f"{mark!r} in {path.name}" for mark in (*bsns & nine_digits, *(word for word in words if word in data))
        }
    return found


def test_no_bsn_name_or_address_is_outside_the_archive(tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    broken = [("x.xml", make_start(4).replace(b"2026-02-10", make_bsns()[4].encode()))]
    files = write_files(tmp_path / "in", [*STREAM, *broken])
    take_in([files], werkmap)
    calculate(werkmap)
    for name in NAMES:
        for formaat in WRITERS:
            with (werkmap / f"{name}.{formaat}").open("wb") as target:
                export(werkmap, name, formaat, target)
    assert secrets_in(werkmap, besides={"archief"}) == set()
    assert secrets_in(werkmap, besides=set()) != set()


def test_the_key_is_outside_the_database_and_for_its_owner_only(loose: Path) -> None:
    key = loose / "sleutel"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    secret = key.read_text().strip().partition(":")[2]
    for path in (loose / DATABASE, loose / "grootboek.sqlite"):
        assert secret.encode() not in path.read_bytes()
        assert bytes.fromhex(secret) not in path.read_bytes()


def hide_pseudonyms(tables: Tables, pseudonyms: set[Any]) -> Tables:
    return {
        name: sorted((tuple("kind" if v in pseudonyms else v for v in row) for row in rows), key=repr)
        for name, rows in tables.items()
    }


def test_a_new_key_changes_every_pseudonym_and_nothing_else(tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    take_in([write_files(tmp_path / "in", STREAM)], werkmap)
    before, ledger, archive = read_tables(werkmap), read_ledger(werkmap), read_archive(werkmap)
    rotate(werkmap)
    after = read_tables(werkmap)
    clients = [{row[4] for row in tables["melding"]} for tables in (before, after)]
    assert all(name[0] == "1" for name in clients[0])
    assert all(name[0] == "2" for name in clients[1])
    assert len(clients[0]) == len(clients[1]) == 10
    assert hide_pseudonyms(before, clients[0]) == hide_pseudonyms(after, clients[1])
    assert (read_ledger(werkmap), read_archive(werkmap)) == (ledger, archive)


@pytest.mark.parametrize("lost", [True, False])
def test_pseudonyms_of_two_keys_are_never_mixed(lost: bool, tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    take_in([write_files(tmp_path / "in", STREAM[:3])], werkmap)
    before = read_tables(werkmap)
    if lost:
        (werkmap / "sleutel").unlink()
    else:
        (werkmap / "sleutel").write_text("1:" + "0" * 64)
    with pytest.raises(GebruikersFout, match="sleutel hoort niet bij de tabellen"):
        take_in([write_files(tmp_path / "in2", STREAM[3:])], werkmap)
    assert read_tables(werkmap) == before


def test_the_ledger_only_grows(tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    take_in([write_files(tmp_path / "1", STREAM[:3])], werkmap)
    first = read_ledger(werkmap)
    take_in([write_files(tmp_path / "2", STREAM[2:6])], werkmap)
    assert read_ledger(werkmap)[: len(first)] == first
    assert len(read_ledger(werkmap)) == 6
    connection = sqlite3.connect(werkmap / "grootboek.sqlite")
    with pytest.raises(sqlite3.IntegrityError), connection:
        connection.execute("DELETE FROM levering")
    connection.close()


# --- order ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_any_split_of_deliveries_gives_the_same_tables(seed: int, loose: Path, tmp_path: Path) -> None:
    share_key(loose, tmp_path / "werkmap")
    rng = random.Random(seed)
    left = rng.sample(STREAM, len(STREAM))
    for n in range(5):
        size = rng.randint(1, 9) if n < 4 else len(left)
        part, left = left[:size], left[size:]
        packed = [("x.zip", pack_zip(part))] if rng.random() < 0.5 else part
        take_in([write_files(tmp_path / str(n), packed)], tmp_path / "werkmap")
    assert read_content(tmp_path / "werkmap") == read_content(loose)


# --- size -----------------------------------------------------------------------------------------------------------

MEGABYTES, LINES = 200, 12_000
MEASURED = """
import sys
from pathlib import Path
from jeugdstelsel.services.process import process
process([Path(sys.argv[1])], Path(sys.argv[2]), van="", door="")
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""
"""The peak of this process alone: `ru_maxrss` would begin at that of the process that started it."""


def make_declaratie(nummer: int, lines: int) -> bytes:
    """A JW323 for one young person with many lines, each on a toewijzing of its own."""
    named = {"Identificatie": f"D{nummer}", "Dagtekening": "2026-03-05"}
    month = {"Begindatum": "2026-02-01", "Einddatum": "2026-02-28"}
    line = {
        "ProductReferentie": {"ReferentieNummer": "REFERENTIE"},
        "ToewijzingNummer": 987654,
        "ProductCategorie": "45",
        "ProductCode": "45A04",
        "ProductPeriode": month,
        "GeleverdVolume": 4,
        "Eenheid": "04",
        "ProductTarief": 9875,
        "IngediendBedrag": {"Bedrag": 39500, "DebetCredit": "D"},
    }
    declaratie = {
        "DeclaratieNummer": f"D{nummer}",
        "DeclaratiePeriode": month,
        "DeclaratieDagtekening": "2026-03-05",
        "TotaalIngediendBedrag": {"TotaalBedrag": 39500 * lines, "DebetCredit": "D"},
        "Clienten": {"Client": [{"Bsn": make_bsns()[0], "Prestaties": {"Prestatie": [line]}}]},
    }
    header = {"Afzender": AANBIEDER, "Ontvanger": VOORBEELDSTAD, "BerichtIdentificatie": named, "XsdVersie": VERSIES}
    one = write_message("JW323", {"Header": header, "Declaratie": declaratie})
    begin, end = one.index(b"<jw323:Prestatie>"), one.index(b"</jw323:Prestaties>")
    pattern = one[begin:end].replace(b"REFERENTIE", b"R987654")
    many = (pattern.replace(b"987654", b"%d" % n) for n in range(1, lines + 1))
    return one[:begin] + b"".join(many) + one[end:]


def test_memory_stays_flat_however_much_comes_in(tmp_path: Path) -> None:
    size = 0
    with tarfile.open(tmp_path / "groot.tar", "w") as archive:
        while size < MEGABYTES * 2**20:
            data = make_declaratie(size, LINES)
            info = tarfile.TarInfo(f"{size}.xml")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
            size += len(data)
    words = [sys.executable, "-c", MEASURED, str(tmp_path / "groot.tar"), str(tmp_path / "werkmap")]
    done = subprocess.run(words, capture_output=True, check=True, timeout=240)
    assert int(done.stdout) < 1536
    tables = read_tables(tmp_path / "werkmap", leave_out=frozenset(all_tables()["prestatie"].names) - {"bericht_id"})
    assert len(tables["prestatie"]) % LINES == 0
    assert len(tables["prestatie"]) > 150_000
    assert len(tables["bevinding"]) == 0
