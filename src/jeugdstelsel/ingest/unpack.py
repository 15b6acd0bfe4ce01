"""From a path, archive or stream to the single documents in it, closed to bombs and broken archives."""

import gzip
import io
import os
import shutil
import stat
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from isal import igzip_lib, isal_zlib

from jeugdstelsel.model import Ernst, Finding, GebruikersFout

MAX_BYTES = 100 * 2**20
"""Largest message that is read; the standard's guideline is 25 MB (OP179)."""

MAX_TOTAL = 20 * 2**30
"""Largest amount of unpacked bytes in one delivery."""
MAX_DOCUMENTS = 5_000_000
"""Most documents in one delivery."""
MAX_RATIO = 500
"""Most times that a packed document may grow; real messages grow 4 to 50 times."""
MAX_DEPTH = 3
MAX_HEADER = 2**20
"""Largest extended header in a tar; it is read into memory whole."""
COMPANIONS = frozenset({"wereld.json", "LEESMIJ.txt", "contracten.csv", "aanbieders.csv", "SYNTHETISCH.txt"})
"""Files that a synthetic country carries beside its messages, besides those that start with BEZIJDEN."""
BEZIJDEN = "SYNTHETISCH_bij_"
"""Starts the name of an invented delivery of Beleidsinformatie; `jeugdstelsel bij laad` reads those."""
LABEL = "SYNTHETISCH.txt"

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_EMPTY_ZIP = b"PK\x05\x06"
_TAR = b"ustar"
_FOREIGN = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
_PACKED = (_ZIP, _EMPTY_ZIP, _GZIP, *_FOREIGN)
_HEAD = 512
_BAD_HEADER = (tarfile.TruncatedHeaderError, tarfile.InvalidHeaderError, tarfile.EmptyHeaderError)  # type: ignore[attr-defined]
_IN_MEMORY = 8 * 2**20
"""An archive within an archive is copied to disk when it is larger than this."""
_ISAL: type[Exception] = igzip_lib.IsalError  # type: ignore[assignment]  # its stub says that it is an instance
_BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, _ISAL, struct.error, EOFError, OSError,
    RuntimeError, ValueError, LookupError, ArithmeticError,
)  # fmt: skip
"""What the readers of archives raise on bytes they do not understand."""


@dataclass(frozen=True)
class Document:
    """One document of a delivery: its name, and its bytes or why it could not be read."""

    naam: str
    data: bytes = b""
    refusal: Finding | None = None


def require_existing(paths: Iterable[Path]) -> None:
    """Raise GebruikersFout for a path that is not there at all."""
    for path in paths:
        if not os.path.lexists(path):
            raise GebruikersFout(f"{path} bestaat niet. Controleer het pad.")


def find_files(path: Path, *, leave_out: Path | None = None) -> Iterator[Path]:
    """Yield what lies under a path in name order, without hidden files, companions and the folder `leave_out`.

    A folder is only yielded when it cannot be entered: not readable, a link to elsewhere, or the empty `path` itself.
    """
    found = False
    waiting = [path]
    while waiting:
        current = waiting.pop()
        inside = _entries(current) if current == path or not current.is_symlink() else None
        if inside is None:
            found = True
            yield current
        elif leave_out is None or current.resolve() != leave_out.resolve():
            waiting.extend(reversed(inside))
    if not found:
        yield path


def _entries(path: Path) -> list[Path] | None:
    """Return what a folder holds, or None for what is no folder that can be entered."""
    try:
        entries = sorted(path.iterdir())
    except OSError:
        return None
    return [entry for entry in entries if not entry.name.startswith((".", BEZIJDEN)) and entry.name not in COMPANIONS]


def open_file(path: Path) -> IO[bytes] | Finding:
    """Open a file for reading, or say why that cannot be done; what is no file (a pipe, a device) is not touched."""
    try:
        if path.is_dir():
            return _refuse_folder(path)
        if not path.is_file():
            return Finding("BESTAND", "bestand", "Dit is geen gewoon bestand. Lever de berichten als bestand aan.")
        return path.open("rb")
    except OSError:
        tekst = "Dit bestand is niet te openen. Controleer de rechten en of het bestand er nog staat."
        return Finding("BESTAND", "bestand", tekst)


def _refuse_folder(path: Path) -> Finding:
    """Say why nothing comes out of a folder; an empty one is only worth a warning."""
    entries = _entries(path)
    if entries is None:
        return Finding("MAP", "map", "Deze map is niet te openen. Controleer de rechten.")
    if entries:
        tekst = "Dit is een verwijzing naar een andere map; die wordt niet gevolgd. Noem die map zelf."
        return Finding("MAP", "map", tekst)
    tekst = "In deze map staan geen bestanden. Controleer of dit de goede map is."
    return Finding("MAP", "map", tekst, ernst=Ernst.WAARSCHUWING)


def unpack_file(path: Path, name: str) -> Iterator[Document]:
    """Yield every document in the file at `path`; a file that cannot be opened is one refused document."""
    stream = open_file(path)
    if isinstance(stream, Finding):
        yield Document(clean_name(name), refusal=stream)
        return
    with stream:
        yield from unpack(name, stream)


def unpack(name: str, stream: IO[bytes]) -> Iterator[Document]:
    """Yield every document in a delivery, archives opened by their content, within fixed limits."""
    unpacker = _Unpacker()
    try:
        found = False
        for document in unpacker.unpack(clean_name(name), stream, 0):
            found = True
            yield document
        if not found:
            tekst = "In dit archief staan geen bestanden. Controleer of dit het goede archief is."
            yield unpacker.refuse(clean_name(name), "ARCHIEF", tekst, 0)
    except _TooMuchError as error:
        yield unpacker.refuse(clean_name(name), "TE_GROOT", str(error), 0)
    except _BROKEN:
        tekst = "Dit bestand is niet tot het eind te lezen. Lever het opnieuw aan."
        yield unpacker.refuse(clean_name(name), "BESTAND", tekst, 0)


def clean_name(name: str) -> str:
    """Return a file name that can be printed and stored: bytes and signs that are no text become a question mark."""
    return name if name.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


class _TooMuchError(Exception):
    """The delivery as a whole is larger than what is taken in; the text is for the reader."""


class _Unpacker:
    """Opens one delivery and counts what came out of it."""

    def __init__(self) -> None:
        self._documents = 0
        self._bytes = 0

    def refuse(self, name: str, regel: str, tekst: str, depth: int) -> Document:
        """Return the refusal of a document; within an archive its place is its number, never its name."""
        if depth == 0:
            return Document(name, refusal=Finding(regel, "bestand", tekst))
        self._count(0)
        plaats = f"document {self._documents} in het archief"
        return Document(name, refusal=Finding(regel, plaats, tekst))

    def _count(self, size: int) -> None:
        self._documents += 1
        self._bytes += size
        if self._bytes > MAX_TOTAL:
            raise _TooMuchError(f"De levering is uitgepakt groter dan {MAX_TOTAL // 2**30} GB. Splits de levering.")
        if self._documents > MAX_DOCUMENTS:
            raise _TooMuchError(f"De levering bevat meer dan {MAX_DOCUMENTS} bestanden. Splits de levering.")

    def unpack(self, name: str, stream: IO[bytes], depth: int) -> Iterator[Document]:
        """Yield what `stream` holds; errors of the archive around it are for the caller."""
        head = stream.read(_HEAD)
        if head.startswith((_ZIP, _EMPTY_ZIP)):
            opened = self._open_zip(name, head, stream, depth)
        elif head.startswith(_GZIP):
            opened = self._open_gzip(name, head, stream, depth)
        elif head[257:262] == _TAR:
            opened = self._open_tar(name, _Joined(head, stream), depth)
        else:
            yield self._read_document(name, head, stream, depth)
            return
        if depth >= MAX_DEPTH:
            tekst = "Er zitten te veel archieven in elkaar. Pak ze uit en lever de berichten opnieuw aan."
            yield self.refuse(name, "ARCHIEF", tekst, depth)
            return
        try:
            yield from opened
        except _BROKEN:
            tekst = "Het archief is beschadigd of niet compleet. Maak het opnieuw en lever het nog een keer aan."
            yield self.refuse(name, "ARCHIEF", tekst, depth)

    def _read_document(self, name: str, head: bytes, stream: IO[bytes], depth: int) -> Document:
        if head.startswith(_FOREIGN):
            tekst = "Dit soort archief wordt niet gelezen. Maak er een zip-bestand van en lever het opnieuw aan."
            return self.refuse(name, "ARCHIEF", tekst, depth)
        data = head + stream.read(MAX_BYTES - len(head) + 1)
        if len(data) > MAX_BYTES:
            grens = MAX_BYTES // 2**20
            tekst = f"Het bericht is groter dan {grens} MB. Splits het in kleinere berichten en stuur die opnieuw."
            return self.refuse(name, "TE_GROOT", tekst, depth)
        self._count(len(data))
        return Document(name, data)

    def _open_gzip(self, name: str, head: bytes, stream: IO[bytes], depth: int) -> Iterator[Document]:
        packed = _Joined(head, stream)
        inner = gzip.GzipFile(fileobj=io.BufferedReader(packed, 2**17))
        yield from self.unpack(name, io.BufferedReader(_Limited(inner, packed), 2**16), depth + 1)

    def _open_tar(self, name: str, stream: "_Joined", depth: int) -> Iterator[Document]:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_CheckedHeader) as archive:
            for member in archive:
                inner = f"{name}/{clean_name(member.name)}"
                if member.isdir() or _is_companion(inner):
                    continue
                content = archive.extractfile(member) if member.isreg() else None
                yield from self.unpack(inner, content, depth + 1) if content else [self._refuse_link(inner, depth)]

    def _open_zip(self, name: str, head: bytes, stream: IO[bytes], depth: int) -> Iterator[Document]:
        with (
            tempfile.SpooledTemporaryFile(_IN_MEMORY) as spool,
            zipfile.ZipFile(_seekable(head, stream, depth, spool)) as archive,
        ):
            for info in archive.infolist():
                if not info.is_dir() and not _is_companion(info.filename):
                    yield from self._open_member(f"{name}/{clean_name(info.filename)}", archive, info, depth)

    def _open_member(
        self, name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, depth: int
    ) -> Iterator[Document]:
        """Yield what one file in a zip holds; when it is broken, the others are still read."""
        if stat.S_ISLNK(info.external_attr >> 16):
            yield self._refuse_link(name, depth)
            return
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            tekst = "Dit bestand is op een ongewone manier ingepakt. Maak een gewoon zip-bestand en lever dat aan."
            yield self.refuse(name, "ARCHIEF", tekst, depth + 1)
            return
        if info.file_size > MAX_RATIO * max(info.compress_size, 1024):
            tekst = "Dit bestand wordt uitgepakt veel groter dan een bericht kan zijn. Lever het bericht onverpakt aan."
            yield self.refuse(name, "ARCHIEF", tekst, depth + 1)
            return
        try:
            if info.compress_type == zipfile.ZIP_DEFLATED and info.file_size <= MAX_BYTES:
                data = _inflate(archive, info)
                if _is_archive(data):
                    yield from self.unpack(name, io.BytesIO(data), depth + 1)
                else:
                    self._count(len(data))
                    yield Document(name, data)
            else:
                with archive.open(info) as member:
                    yield from self.unpack(name, member, depth + 1)
        except _BROKEN:
            locked = "met een wachtwoord beveiligd" if info.flag_bits & 1 else "beschadigd"
            tekst = f"Dit bestand in het archief is {locked}. Maak het archief opnieuw en lever het nog een keer aan."
            yield self.refuse(name, "ARCHIEF", tekst, depth + 1)

    def _refuse_link(self, name: str, depth: int) -> Document:
        tekst = "Hier staat in het archief een verwijzing of apparaat, geen bestand. Lever het bestand zelf aan."
        return self.refuse(name, "ARCHIEF", tekst, depth + 1)


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return one packed file of a zip, as `ZipFile.read` does, in a third of its time for small files."""
    source: IO[bytes] = archive.fp  # type: ignore[assignment]
    source.seek(info.header_offset)
    header = source.read(30)
    if len(header) < 30 or header[:4] != _ZIP or info.flag_bits & 1:
        raise zipfile.BadZipFile("no file here, or a locked one")
    source.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), os.SEEK_CUR)
    data = isal_zlib.decompressobj(-zlib.MAX_WBITS).decompress(source.read(info.compress_size), info.file_size + 1)
    if len(data) != info.file_size or isal_zlib.crc32(data) != info.CRC:
        raise zipfile.BadZipFile("the content is not what the zip says")
    return data


def _is_archive(data: bytes) -> bool:
    """Whether these bytes are opened further, or refused as an archive of another kind."""
    return data.startswith(_PACKED) or data[257:262] == _TAR


def _is_companion(name: str) -> bool:
    short = name.rpartition("/")[2]
    return short.startswith(BEZIJDEN) or (short in COMPANIONS and short != LABEL)


def _seekable(head: bytes, stream: IO[bytes], depth: int, spool: IO[bytes]) -> IO[bytes]:
    """Return a stream that a zip can be read from: the file itself, or a copy in `spool`."""
    if depth == 0 and stream.seekable():
        stream.seek(0)
        return stream
    shutil.copyfileobj(io.BufferedReader(_Joined(head, stream)), spool)
    return spool


class _CheckedHeader(tarfile.TarInfo):
    """A header of a tar; a broken or missing one is an error, where `tarfile` would silently stop."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_CheckedHeader":
        try:
            info = super().frombuf(buf, encoding, errors)
        except _BAD_HEADER as error:
            raise tarfile.ReadError("broken header") from error
        if info.size < 0 or (info.type not in tarfile.REGULAR_TYPES and info.size > MAX_HEADER):
            raise tarfile.ReadError("absurd size")
        return info


class _Joined(io.RawIOBase):
    """A stream that gives bytes already read again before the rest, and counts what it gave."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = head
        self._stream = stream
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        data = data or self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.given += len(data)
        return len(data)


class _Limited(io.RawIOBase):
    """An unpacked stream that ends with an error once it grows out of proportion to what was `packed`."""

    def __init__(self, stream: gzip.GzipFile, packed: _Joined) -> None:
        self._stream = stream
        self._packed = packed
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._given += len(data)
        if self._given > MAX_TOTAL or self._given > MAX_RATIO * max(self._packed.given, 2**16):
            raise OSError("unpacks to too much")
        buffer[: len(data)] = data
        return len(data)
