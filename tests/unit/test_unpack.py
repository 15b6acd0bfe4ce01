"""Whatever a delivery is packed in, its documents come out, and what cannot come out is said once, in Dutch."""

import bz2
import gzip
import io
import os
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdstelsel.ingest import unpack as room
from jeugdstelsel.ingest.unpack import Document, clean_name, find_files, open_file, unpack, unpack_file
from jeugdstelsel.model import Ernst, Finding

A, B = b"<a/>", b"<b/>"


def make_zip(*members: tuple[str, bytes], **options: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", options.get("compression", zipfile.ZIP_DEFLATED)) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


def make_tar(*members: tuple[str, bytes], mode: str = "w") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


class Pipe(io.RawIOBase):
    """A stream that cannot be rewound, as standard input."""

    def __init__(self, data: bytes) -> None:
        self._left = data

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        part, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


def open_all(data: bytes, name: str = "levering") -> list[Document]:
    """The documents of a delivery; read from a file and from a pipe they must be the same."""
    from_file = list(unpack(name, io.BytesIO(data)))
    assert list(unpack(name, io.BufferedReader(Pipe(data)))) == from_file
    return from_file


def contents(documents: list[Document]) -> list[bytes]:
    return [document.data for document in documents if document.refusal is None]


def refusals(documents: list[Document]) -> list[tuple[str, str]]:
    """(rule, place) of every refusal; each says in Dutch what to do, in whole sentences."""
    found = [document.refusal for document in documents if document.refusal]
    assert all(finding.tekst.endswith(".") and ". " in finding.tekst for finding in found)
    return [(finding.regel, finding.plaats) for finding in found]


@pytest.mark.parametrize(
    "packed",
    [
        make_zip(("x/a.xml", A), ("b.xml", B)),
        make_tar(("x/a.xml", A), ("b.xml", B)),
        make_tar(("x/a.xml", A), ("b.xml", B), mode="w:gz"),
        make_zip(("in.zip", make_zip(("a.xml", A), ("b.xml", B)))),
        make_tar(("in.zip", make_zip(("a.xml", A), ("b.xml", B)))),
        make_tar(("a.xml.gz", gzip.compress(A)), ("in.tar", make_tar(("b.xml", B)))),
        gzip.compress(make_zip(("a.xml", A), ("b.xml", B))),
    ],
    ids=["zip", "tar", "tar.gz", "zip in zip", "zip in tar", "gz and tar in tar", "zip in gz"],
)
def test_documents_come_out_of_whatever_they_are_packed_in(packed: bytes) -> None:
    assert contents(open_all(packed)) == [A, B]
    assert refusals(open_all(packed)) == []


def test_a_plain_file_and_a_gz_are_one_document() -> None:
    assert open_all(A, "a.xml") == [Document("a.xml", A)]
    assert open_all(gzip.compress(A), "a.xml.gz") == [Document("a.xml.gz", A)]


def test_an_empty_file_is_one_document_without_bytes() -> None:
    assert open_all(b"", "leeg.xml") == [Document("leeg.xml")]


def test_an_archive_without_files_is_said() -> None:
    assert refusals(open_all(make_zip())) == [("ARCHIEF", "bestand")]
    assert refusals(open_all(make_tar(("LEESMIJ.txt", B)))) == [("ARCHIEF", "bestand")]


def test_names_that_climb_out_of_the_folder_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for pack in (make_zip, make_tar):
        documents = open_all(pack(("../../x.xml", A), ("/etc/passwd", B)))
        assert contents(documents) == [A, B]
    assert list(tmp_path.iterdir()) == []


def test_archives_too_deep_in_each_other_are_refused() -> None:
    packed = make_zip(("a.xml", A))
    for _ in range(room.MAX_DEPTH):
        packed = make_zip(("in.zip", packed), ("b.xml", B))
    documents = open_all(packed)
    assert contents(documents) == [B] * room.MAX_DEPTH
    assert refusals(documents) == [("ARCHIEF", "document 1 in het archief")]


def test_of_a_bomb_in_a_zip_nothing_is_unpacked_and_the_rest_is_read() -> None:
    documents = open_all(make_zip(("bom.xml", bytes(50 * 2**20)), ("a.xml", A)))
    assert contents(documents) == [A]
    assert refusals(documents) == [("ARCHIEF", "document 1 in het archief")]


def test_a_bomb_in_a_gz_stops_when_it_grows_out_of_proportion() -> None:
    documents = open_all(gzip.compress(bytes(90 * 2**20), 9))
    assert refusals(documents) == [("ARCHIEF", "bestand")]
    assert len(documents) == 1


def test_a_document_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_BYTES", 1000)
    assert refusals(open_all(b"x" * 1001)) == [("TE_GROOT", "bestand")]
    assert contents(open_all(b"x" * 1000)) == [b"x" * 1000]


def test_a_delivery_beyond_the_limit_is_cut_off_with_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_TOTAL", 10)
    documents = open_all(make_zip(*((f"{n}.xml", A) for n in range(9))))
    assert contents(documents) == [A, A]
    assert refusals(documents) == [("TE_GROOT", "bestand")]


def test_a_delivery_with_too_many_files_is_cut_off_with_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_DOCUMENTS", 5)
    documents = open_all(make_tar(*((f"{n}.xml", b"") for n in range(9))))
    assert len(contents(documents)) == 5
    assert refusals(documents) == [("TE_GROOT", "bestand")]


def test_thousands_of_members_all_come_out() -> None:
    assert len(contents(open_all(make_zip(*((f"{n}.xml", A) for n in range(3000)), compression=0)))) == 3000


def lock(packed: bytes) -> bytes:
    """Set the bit that says that the first member is encrypted, in its header and in the directory."""
    locked = bytearray(packed)
    directory = locked.find(b"PK\x01\x02")
    locked[6] |= 1
    locked[directory + 8] |= 1
    return bytes(locked)


def test_a_member_with_a_password_is_refused_and_the_rest_is_read() -> None:
    documents = open_all(lock(make_zip(("a.xml", A), ("b.xml", B))))
    assert contents(documents) == [B]
    assert refusals(documents) == [("ARCHIEF", "document 1 in het archief")]
    assert documents[0].refusal is not None
    assert "wachtwoord" in documents[0].refusal.tekst


def test_a_member_with_a_changed_byte_is_refused_and_the_rest_is_read() -> None:
    packed = bytearray(make_zip(("a.xml", A * 9), ("b.xml", B), compression=zipfile.ZIP_STORED))
    packed[packed.find(A)] ^= 1
    documents = open_all(bytes(packed))
    assert contents(documents) == [B]
    assert refusals(documents) == [("ARCHIEF", "document 1 in het archief")]


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_zip_that_was_cut_off_is_refused(kept: float) -> None:
    packed = make_zip(*((f"{n}.xml", os.urandom(500)) for n in range(20)))
    documents = open_all(packed[: int(len(packed) * kept)])
    assert refusals(documents) == [("ARCHIEF", "bestand")]
    assert contents(documents) == []


@pytest.mark.parametrize("kept", [700, 2048, 2500, 5120, 5130, 5700])
def test_a_tar_that_was_cut_off_anywhere_is_refused_after_what_is_whole(kept: int) -> None:
    packed = make_tar(*((f"{n}.xml", bytes(700)) for n in range(9)))
    documents = open_all(packed[:kept])
    assert refusals(documents) == [("ARCHIEF", "bestand")]
    assert contents(documents) == [bytes(700)] * len(contents(documents))


def test_a_tar_with_garbage_between_its_members_does_not_end_silently() -> None:
    packed = make_tar(("a.xml", A))[:1024] + b"\xff" * 512 + make_tar(("b.xml", B))
    documents = open_all(packed)
    assert contents(documents) == [A]
    assert refusals(documents) == [("ARCHIEF", "bestand")]


def test_an_absurd_header_in_a_tar_is_refused_before_it_is_read() -> None:
    info = tarfile.TarInfo("lang")
    info.type = tarfile.GNUTYPE_LONGNAME
    info.size = 2**40
    assert refusals(open_all(info.tobuf(tarfile.GNU_FORMAT) + bytes(4096))) == [("ARCHIEF", "bestand")]


@pytest.mark.parametrize(
    "type_", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_in_a_tar_are_refused_and_the_rest_is_read(type_: bytes) -> None:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        special = tarfile.TarInfo("bijzonder")
        special.type = type_
        special.linkname = "/etc/passwd"
        archive.addfile(special)
        info = tarfile.TarInfo("a.xml")
        info.size = len(A)
        archive.addfile(info, io.BytesIO(A))
    documents = open_all(target.getvalue())
    assert contents(documents) == [A]
    assert refusals(documents) == [("ARCHIEF", "document 1 in het archief")]


def test_a_link_in_a_zip_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("a.xml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert refusals(open_all(target.getvalue())) == [("ARCHIEF", "document 1 in het archief")]


@pytest.mark.parametrize("kept", [0.3, 0.7, 0.99])
def test_a_gz_that_was_cut_off_is_refused(kept: float) -> None:
    packed = gzip.compress(os.urandom(5000))
    documents = open_all(packed[: int(len(packed) * kept)])
    assert refusals(documents) == [("ARCHIEF", "bestand")]
    assert len(documents) == 1


def test_a_gz_with_a_changed_byte_is_refused() -> None:
    packed = bytearray(gzip.compress(os.urandom(5000), 0))
    packed[3000] ^= 1
    assert refusals(open_all(bytes(packed))) == [("ARCHIEF", "bestand")]


def test_an_archive_of_another_kind_is_named_as_such() -> None:
    for packed in (bz2.compress(A), b"7z\xbc\xaf\x27\x1c\x00\x04", b"Rar!\x1a\x07\x01\x00"):
        (document,) = open_all(packed)
        assert document.refusal is not None
        assert "zip" in document.refusal.tekst


def test_a_name_never_stands_in_a_finding() -> None:
    for packed in (make_zip(("Jansen.zip", b"PK\x03\x04kapot")), lock(make_zip(("Jansen.xml", A)))):
        (document,) = open_all(packed)
        assert document.refusal is not None
        assert "Jansen" not in document.refusal.tekst + document.refusal.plaats


def test_a_name_can_always_be_printed() -> None:
    strange = os.fsdecode(b"a\xff\n\x1b[31m\xe2\x80\xae.xml")
    assert clean_name(strange).isprintable()
    assert clean_name(strange).encode().decode() == clean_name(strange)
    assert clean_name("Ünïcode bericht (1).xml") == "Ünïcode bericht (1).xml"


def test_a_member_packed_in_an_unusual_way_is_refused() -> None:
    documents = open_all(make_zip(("a.xml", A * 99), compression=zipfile.ZIP_LZMA))
    assert refusals(documents) == [("ARCHIEF", "document 1 in het archief")]


PACKED = (
    make_zip(("a.xml", A * 50), ("b.xml", B)),
    make_zip(("in.zip", make_zip(("a.xml", A))), ("in.tar", make_tar(("b.xml", B)))),
    make_tar(("a.xml", A * 50), ("é" * 200, B)),
    make_tar(("a.xml", A * 50), ("b.xml", B), mode="w:gz"),
    gzip.compress(A * 50),
)


@settings(max_examples=400, deadline=None)
@given(packed=st.sampled_from(PACKED), places=st.lists(st.integers(0, 5000), min_size=1, max_size=8), data=st.data())
def test_an_archive_with_any_damage_gives_documents_or_refusals(
    packed: bytes, places: list[int], data: st.DataObject
) -> None:
    damaged = bytearray(packed)
    for place in places:
        at = place % len(damaged)
        damaged[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=8)) or b"\xff"
    documents = open_all(bytes(damaged))
    assert documents
    refusals(documents)


# --- files and folders ---------------------------------------------------------------------------------------------


def names(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in find_files(folder)]


def test_files_come_in_name_order_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.xml", "a.xml", "b/2.xml", "b/1.xml", ".verborgen", ".git/x.xml", "LEESMIJ.txt"):
        (tmp_path / name).write_bytes(A)
    assert names(tmp_path) == ["a.xml", "b/1.xml", "b/2.xml", "c.xml"]


def test_a_folder_named_as_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "bericht.xml").mkdir()
    (tmp_path / "bericht.xml" / "echt.xml").write_bytes(A)
    assert names(tmp_path) == ["bericht.xml/echt.xml"]


def test_an_empty_folder_is_a_warning(tmp_path: Path) -> None:
    assert list(find_files(tmp_path)) == [tmp_path]
    finding = open_file(tmp_path)
    assert isinstance(finding, Finding)
    assert (finding.regel, finding.ernst) == ("MAP", Ernst.WAARSCHUWING)


def test_a_folder_that_links_to_itself_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(A)
    (tmp_path / "rond").symlink_to(tmp_path)
    documents = [d for path in find_files(tmp_path) for d in unpack_file(path, path.name)]
    assert contents(documents) == [A]
    assert refusals(documents) == [("MAP", "map")]


def test_folders_may_lie_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        monkeypatch.chdir(tmp_path)
        for _ in range(1500):
            os.mkdir("d")
            os.chdir("d")
        Path("a.xml").write_bytes(A)
        monkeypatch.chdir(tmp_path)
        assert len(list(find_files(Path("d")))) == 1
    finally:
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # too deep for the clean-up of pytest


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "weg").symlink_to(tmp_path / "bestaat-niet")
    documents = [d for path in find_files(tmp_path) for d in unpack_file(path, path.name)]
    assert refusals(documents) == [("BESTAND", "bestand")] * 2


def test_a_file_that_may_not_be_read_is_said_and_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal of the system is imitated."""
    (tmp_path / "a.xml").write_bytes(A)
    (tmp_path / "geheim.xml").write_bytes(B)
    may_open = Path.open

    def open_unless_secret(path: Path, *args: str) -> object:
        if path.name == "geheim.xml":
            raise PermissionError(13, "Permission denied")
        return may_open(path, *args)

    monkeypatch.setattr(Path, "open", open_unless_secret)
    documents = [d for path in find_files(tmp_path) for d in unpack_file(path, path.name)]
    assert contents(documents) == [A]
    assert refusals(documents) == [("BESTAND", "bestand")]
