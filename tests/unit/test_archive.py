"""The archive keeps every delivery byte for byte, once, and its ledger only grows."""

import io
import os
import sqlite3
from pathlib import Path

import pytest

from jeugdstelsel.store import Archive, Delivery


def make_line(levering_id: str, naam: str = "a.zip") -> Delivery:
    return Delivery(levering_id, naam, 3, "2026-02-01T09:00:00+00:00", "0363", "tester")


def keep(archive: Archive, data: bytes, naam: str = "a.zip") -> str:
    levering_id, size = archive.keep(io.BytesIO(data))
    assert size == len(data)
    archive.record([make_line(levering_id, naam)])
    return levering_id


def change(archive: Archive, levering_id: str, data: bytes) -> None:
    path = archive.path_of(levering_id)
    path.chmod(0o600)
    path.write_bytes(data)


def test_the_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    data = os.urandom(3 * 2**20 + 17)
    archive = Archive(tmp_path)
    with archive.open(keep(archive, data)) as stream:
        assert stream.read() == data
    assert archive.verify() == []


def test_the_same_bytes_are_kept_once_and_their_first_line_stays(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert keep(archive, b"abc", "eerst.zip") == keep(archive, b"abc", "later.zip")
    assert [delivery.naam for delivery in archive.deliveries()] == ["eerst.zip"]


def test_deliveries_come_in_order_of_arrival_with_who_sent_them(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    ids = [keep(archive, bytes([n]), f"{n}.zip") for n in (3, 1, 2)]
    found = list(Archive(tmp_path).deliveries())
    assert [delivery.levering_id for delivery in found] == ids
    assert {(delivery.van, delivery.door) for delivery in found} == {("0363", "tester")}


def test_a_changed_or_missing_file_is_found(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    whole, changed, gone = (keep(archive, data) for data in (b"een", b"twee", b"drie"))
    change(archive, changed, b"twEe")
    archive.path_of(gone).unlink()
    assert sorted(archive.verify()) == sorted([changed, gone])
    assert whole not in archive.verify()


def test_a_kept_file_is_not_writable(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert archive.path_of(keep(archive, b"abc")).stat().st_mode & 0o222 == 0


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM levering",
        "UPDATE levering SET naam = 'x'",
        "INSERT OR REPLACE INTO levering SELECT levering_id, 9, 'x', 1, '', '', '' FROM levering",
    ],
)
def test_a_line_of_the_ledger_cannot_be_changed_or_removed(tmp_path: Path, sql: str) -> None:
    archive = Archive(tmp_path)
    keep(archive, b"abc")
    before = list(archive.deliveries())
    connection = sqlite3.connect(tmp_path / "grootboek.sqlite")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"), connection:
        connection.execute(sql)
    connection.close()
    assert list(archive.deliveries()) == before


def test_bytes_without_a_line_are_not_yet_a_delivery(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.keep(io.BytesIO(b"abc"))
    assert list(archive.deliveries()) == []


def test_what_a_killed_run_was_writing_is_removed(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    keep(archive, b"abc")
    (tmp_path / "archief" / ".nieuw-99999").write_bytes(b"half")
    archive.tidy()
    assert [path.name for path in (tmp_path / "archief").iterdir() if path.name.startswith(".")] == []
    assert archive.verify() == []
