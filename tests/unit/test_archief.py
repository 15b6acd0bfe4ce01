"""The check of the archives: everything that was received is still there, byte for byte."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from jeugdstelsel.cli.archief import COMMAND
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.archief import ArchiefGeschonden, check_archives
from jeugdstelsel.store import Archive, Delivery


def receive(folder: Path, data: bytes) -> Path:
    """Take a delivery in; return where its bytes lie."""
    archive = Archive(folder)
    levering_id, size = archive.keep(io.BytesIO(data))
    archive.record([Delivery(levering_id, "a.zip", size, "2026-02-01T09:00:00+00:00", "0363", "tester")])
    return archive.path_of(levering_id)


def test_every_archive_is_checked_and_whole(tmp_path: Path) -> None:
    receive(tmp_path, b"bericht")
    receive(tmp_path, b"nog een bericht")
    receive(tmp_path / "iv3", b"begroting")
    said = CliRunner().invoke(COMMAND, ["controleer", "--werkmap", str(tmp_path)])
    assert said.output.splitlines() == [
        "iJw-berichten: 2 van 2 leveringen zoals ontvangen.",
        "Iv3: 1 van 1 leveringen zoals ontvangen.",
    ]
    assert said.exit_code == 0


@pytest.mark.parametrize("harm", ["change", "remove"])
def test_a_delivery_that_was_changed_or_removed_is_named(tmp_path: Path, harm: str) -> None:
    receive(tmp_path, b"bericht")
    path = receive(tmp_path / "bij", b"levering")
    if harm == "change":
        path.chmod(0o600)
        path.write_bytes(b"iets anders")
    else:
        path.unlink()
    said = CliRunner().invoke(COMMAND, ["controleer", "--werkmap", str(tmp_path)])
    assert said.output.splitlines() == [
        "iJw-berichten: 1 van 1 leveringen zoals ontvangen.",
        f"Let op: levering {path.name} van Beleidsinformatie Jeugd is weg of gewijzigd.",
        "Beleidsinformatie Jeugd: 0 van 1 leveringen zoals ontvangen.",
    ]
    assert isinstance(said.exception, ArchiefGeschonden)
    assert said.exception.exit_code == 4


def test_where_nothing_was_received_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="nog niets ontvangen"):
        check_archives(tmp_path)
    assert list(tmp_path.iterdir()) == []
