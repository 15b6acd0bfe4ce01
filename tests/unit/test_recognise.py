"""A message is recognised by its content: namespace and root, whatever the prefix, the name or the layout."""

import random

import pytest
from leveringen import make_start, make_toewijzing
from strategies import make_message

from jeugdstelsel import standaard
from jeugdstelsel.ingest.pseudonym import Key
from jeugdstelsel.ingest.read import Outcome, read_batch
from jeugdstelsel.ingest.recognise import read_root
from jeugdstelsel.ingest.writer import write_message
from jeugdstelsel.model import Ernst

KEY = Key(bytes(32), "1")


def judge(document: bytes) -> Outcome:
    (outcome,) = read_batch([document], KEY).outcomes
    return outcome


def to_release(document: bytes, release: str) -> bytes:
    """The same message under the namespaces of another release, as 3.0 and 3.1 were."""
    changed = document.replace(b"/ijw/3_2/", f"/ijw/{release}/".encode())
    return changed.replace(b"Subversie>2<", f"Subversie>{release[-1]}<".encode())


@pytest.mark.parametrize("berichtsoort", sorted(standaard.berichten()))
def test_every_kind_of_message_is_recognised_by_its_namespace(berichtsoort: str) -> None:
    document = write_message(berichtsoort, make_message(random.Random(berichtsoort), berichtsoort))
    outcome = judge(document)
    assert (outcome.berichtsoort, outcome.release, outcome.geldig) == (berichtsoort, "3.2", True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"jw305:", b"x:"),
        (b"ijw:", b"basis:"),
        (b"\r\n", b"\n"),
        (b'encoding="UTF-8"', b'encoding="utf-8" standalone="yes"'),
        (b"<jw305:Header>", b"<!-- opmerking --><jw305:Header >"),
        (b"<jw305:Header>", b"<?programma?><jw305:Header>"),
        (b">999900", b"><![CDATA[999900]]>"),
    ],
    ids=["prefix", "basis prefix", "line ends", "declaration", "comment", "instruction", "cdata"],
)
def test_how_it_is_written_makes_no_difference(old: bytes, new: bytes) -> None:
    document = make_start()
    if new.startswith(b"><![CDATA["):
        bsn = document.split(b"Bsn>")[1][:9]
        changed = document.replace(bsn, b"<![CDATA[" + bsn + b"]]>")
    else:
        declared = old.rstrip(b":"), new.rstrip(b":")
        changed = document.replace(old, new).replace(b"xmlns:%s=" % declared[0], b"xmlns:%s=" % declared[1])
    assert changed != document
    outcome, tables = judge(changed), read_batch([changed], KEY, ["x"]).tables
    assert outcome.geldig
    assert tables == read_batch([document], KEY, ["x"]).tables


def test_a_byte_order_mark_and_a_default_namespace_are_read() -> None:
    document = make_start()
    plain = document.replace(b"<jw305:", b"<").replace(b"</jw305:", b"</").replace(b"xmlns:jw305=", b"xmlns=")
    for changed in (b"\xef\xbb\xbf" + document, plain):
        assert judge(changed).geldig


@pytest.mark.parametrize("release", ["3_0", "3_1"])
def test_an_older_release_is_read_with_a_warning(release: str) -> None:
    outcome = judge(to_release(make_toewijzing(), release))
    assert (outcome.berichtsoort, outcome.release) == ("JW301", release.replace("_", "."))
    assert (outcome.leesbaar, outcome.geldig) == (True, False)
    assert [(finding.regel, finding.ernst) for finding in outcome.findings] == [("RELEASE", Ernst.WAARSCHUWING)]
    assert read_batch([to_release(make_toewijzing(), release)], KEY).tables["toegewezen_product"].num_rows == 1


@pytest.mark.parametrize("release", ["3_3", "3_9", "4_0", "2_4", "10_0"])
def test_a_release_that_is_not_known_is_refused_by_name(release: str) -> None:
    outcome = judge(make_start().replace(b"/ijw/3_2/", f"/ijw/{release}/".encode()))
    assert (outcome.berichtsoort, outcome.leesbaar) == ("", False)
    assert [(finding.regel, finding.ernst) for finding in outcome.findings] == [("RELEASE", Ernst.FOUT)]


@pytest.mark.parametrize(
    ("document", "regel"),
    [
        (make_start().replace(b"/ijw/3_2/jw305/", b"/iwmo/3_2/wmo305/"), "GEEN_BERICHT"),
        (make_start().replace(b"jw305/schema", b"jw399/schema"), "GEEN_BERICHT"),
        (make_start().replace(b"jw305/schema", b"basisschema/schema"), "GEEN_BERICHT"),
        (make_start().replace(b":Bericht", b":Brief"), "GEEN_BERICHT"),
        (b"<html><body>404</body></html>", "GEEN_BERICHT"),
        (b'{"bericht": "JW305"}', "XML"),
        (b"", "XML"),
        (b" ", "XML"),
        (make_start()[:-3], "STRUCTUUR"),
        (make_start()[:900], "STRUCTUUR"),
        (make_start()[:90], "XML"),
        (make_start() + b"<rest/>", "XML"),
    ],
)
def test_what_is_no_message_gets_one_finding_that_says_so(document: bytes, regel: str) -> None:
    outcome = judge(document)
    assert not outcome.leesbaar
    assert [finding.regel for finding in outcome.findings] == [regel]
    assert outcome.findings[0].plaats
    assert outcome.findings[0].tekst.endswith(".")


@pytest.mark.parametrize(
    "document",
    [
        make_start().decode().encode("utf-16"),
        make_start().decode().encode("utf-16-be"),
        make_start().decode().encode("utf-32"),
        make_start().decode().replace("UTF-8", "UTF-16").encode("utf-16-le"),
        make_start().replace(b"UTF-8", b"ISO-8859-1"),
        make_start().decode().replace("Voorbeeldnaam", "Vöörbeeld").encode("latin-1"),
        make_start().decode().replace("Voorbeeldnaam", "Vöörbeeld").replace("UTF-8", "latin1").encode("latin-1"),
        make_start().replace(b"UTF-8", b"UTF-7"),
        make_start().replace(b"UTF-8", b"bestaat-niet"),
        make_start().decode().encode("cp037"),
        make_start().replace(b"Voorbeeldnaam", b"\xed\xa0\x80"),
        make_start().replace(b"Voorbeeldnaam", b"\xc0\xaf"),
    ],
    ids=["utf-16", "utf-16-be", "utf-32", "declared utf-16", "declared latin-1", "undeclared latin-1", "latin1",
         "utf-7", "unknown", "ebcdic", "surrogate", "overlong"],
)  # fmt: skip
def test_what_is_not_utf8_is_refused_as_such(document: bytes) -> None:
    outcome = judge(document)
    assert not outcome.leesbaar
    assert [finding.regel for finding in outcome.findings] == ["CODERING"]


def test_a_root_is_found_with_its_place_in_the_document() -> None:
    document = make_start()
    root = read_root(document)
    assert root is not None
    assert document[: root.content].endswith(b">")
    assert document[slice(*root.tag)] == b"jw305:Bericht"
    start, length = root.message_prefix
    assert document[start : start + length] == b"jw305"
    start, length = root.basis_prefix
    assert document[start : start + length] == b"ijw"
