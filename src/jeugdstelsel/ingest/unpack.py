"""From a path, archive or stream to the single documents in it, closed to bombs and broken archives."""

import gzip
import io
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jeugdstelsel.ingest.read import MAX_BYTES
from jeugdstelsel.model import Finding

MAX_TOTAL = 20 * 2**30
"""Largest amount of unpacked bytes in one delivery."""
MAX_RATIO = 500
"""Most times that a packed document may grow; real messages grow 4 to 50 times."""
MAX_DEPTH = 3
COMPANIONS = frozenset({"wereld.json", "LEESMIJ.txt", "contracten.csv", "SYNTHETISCH.txt"})
"""Files that a synthetic country carries beside its messages."""
LABEL = "SYNTHETISCH.txt"

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_EMPTY_ZIP = b"PK\x05\x06"


@dataclass(frozen=True)
class Document:
    """One document of a delivery: its name, and its bytes or why it could not be read."""

    naam: str
    data: bytes = b""
    refusal: Finding | None = None


def find_files(path: Path) -> Iterator[Path]:
    """Yield the files under a path in name order; hidden files and companions are passed over."""
    if not path.is_dir():
        yield path
        return
    for child in sorted(path.iterdir()):
        if not child.name.startswith(".") and child.name not in COMPANIONS:
            yield from find_files(child)


def unpack(name: str, stream: IO[bytes]) -> Iterator[Document]:
    """Yield every document in a delivery, archives opened by their content, within fixed limits."""
    yield from _unpack(name, stream, 0, [0])


def _refuse(name: str, regel: str, tekst: str) -> Document:
    return Document(name, refusal=Finding(regel, "bestand", tekst))


def _unpack(name: str, stream: IO[bytes], depth: int, total: list[int]) -> Iterator[Document]:
    """Open what `stream` holds; `total` counts the bytes unpacked so far."""
    head = stream.read(512)
    is_tar = len(head) >= 262 and head[257:262] == b"ustar"
    if not (head.startswith((_ZIP, _EMPTY_ZIP, _GZIP)) or is_tar):
        yield _read_document(name, head, stream, total)
        return
    if depth >= MAX_DEPTH:
        yield _refuse(
            name, "ARCHIEF", "Er zitten te veel archieven in elkaar. Pak ze uit en lever de berichten opnieuw aan."
        )
        return
    try:
        if is_tar:
            yield from _open_tar(name, _joined(head, stream), depth, total)
        elif head.startswith(_GZIP):
            inner = gzip.GzipFile(fileobj=_joined(head, stream))
            yield from _unpack(name, io.BufferedReader(_Limited(inner, MAX_TOTAL)), depth + 1, total)
        else:
            yield from _open_zip(name, head, stream, depth, total)
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
        tekst = (
            "Het archief is beschadigd, versleuteld of niet te openen. Maak het opnieuw en lever het nog een keer aan."
        )
        yield _refuse(name, "ARCHIEF", tekst)


def _read_document(name: str, head: bytes, stream: IO[bytes], total: list[int]) -> Document:
    data = head + stream.read(MAX_BYTES - len(head) + 1)
    total[0] += len(data)
    if len(data) > MAX_BYTES:
        tekst = (
            f"Het bericht is groter dan {MAX_BYTES // 2**20} MB. Splits het in kleinere berichten en stuur die opnieuw."
        )
        return _refuse(name, "TE_GROOT", tekst)
    if total[0] > MAX_TOTAL:
        tekst = f"De levering is uitgepakt groter dan {MAX_TOTAL // 2**30} GB. Splits de levering."
        return _refuse(name, "TE_GROOT", tekst)
    return Document(name, data)


def _open_zip(name: str, head: bytes, stream: IO[bytes], depth: int, total: list[int]) -> Iterator[Document]:
    with tempfile.TemporaryFile() as spool, zipfile.ZipFile(_seekable(head, stream, spool)) as archive:
        for info in archive.infolist():
            short = info.filename.rpartition("/")[2]
            if info.is_dir() or (short in COMPANIONS and short != LABEL):
                continue
            inner = f"{name}/{info.filename}"
            if info.file_size > MAX_RATIO * max(info.compress_size, 1024):
                tekst = "Dit bestand wordt bij uitpakken veel groter dan een bericht kan zijn. Het is niet uitgepakt."
                yield _refuse(inner, "ARCHIEF", tekst)
                continue
            if total[0] > MAX_TOTAL:
                yield _refuse(
                    inner,
                    "TE_GROOT",
                    f"De levering is uitgepakt groter dan {MAX_TOTAL // 2**30} GB. Splits de levering.",
                )
                return
            with archive.open(info) as member:
                yield from _unpack(inner, member, depth + 1, total)


def _seekable(head: bytes, stream: IO[bytes], spool: IO[bytes]) -> IO[bytes]:
    """Return a stream that a zip can be read from, by way of `spool` when it has to be."""
    joined = _joined(head, stream)
    if joined is stream:
        return stream
    shutil.copyfileobj(joined, spool)
    return spool


def _open_tar(name: str, stream: IO[bytes], depth: int, total: list[int]) -> Iterator[Document]:
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            short = member.name.rpartition("/")[2]
            content = archive.extractfile(member) if member.isreg() else None
            if content is None or (short in COMPANIONS and short != LABEL):
                continue
            yield from _unpack(f"{name}/{member.name}", content, depth + 1, total)


class _Limited(io.RawIOBase):
    """A stream that ends with an error once more than `limit` bytes have been read."""

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, limit: int) -> None:
        self._stream = stream
        self._left = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise OSError("too much data")
        buffer[: len(data)] = data
        return len(data)


class _Joined(io.RawIOBase):
    """A stream that gives bytes already read again before the rest."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        data = data or self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _joined(head: bytes, stream: IO[bytes]) -> IO[bytes]:
    """Return a stream that starts at the beginning again."""
    if stream.seekable():
        stream.seek(0)
        return stream
    return io.BufferedReader(_Joined(head, stream))
