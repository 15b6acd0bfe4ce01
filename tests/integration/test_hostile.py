"""Nothing that can come in stops the run, leaks what stands in it, or passes without one clear finding."""

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from leveringen import (
    make_start,
    make_stop,
    make_toewijzing,
    read_tables,
    run_main,
    take_in,
    write_files,
)
from strategies import make_message

from jeugdstelsel import standaard
from jeugdstelsel.ingest.read import MAX_FINDINGS
from jeugdstelsel.ingest.shape import Shape, shape_of
from jeugdstelsel.services.check import MessageJudge, Verdict, check_documents

START = make_start()
BODY = START.index(b"<jw305:Header>")
LAUGH = (
    b"<!DOCTYPE l [<!ENTITY a0 'ha'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]>"
)
ROOT_AT = START.index(b"<jw305:Bericht")


def with_doctype(doctype: bytes, value: bytes = b"Voorbeeldnaam") -> bytes:
    return START[:ROOT_AT] + doctype + START[ROOT_AT:].replace(b"Voorbeeldnaam", value)


HOSTILE: dict[str, tuple[bytes, str]] = {
    "cut off": (START[:1500], "STRUCTUUR"),
    "doctype": (with_doctype(b"<!DOCTYPE Bericht>"), "DTD"),
    "billion laughs": (with_doctype(LAUGH, b"&a9;"), "XML"),
    "entity in an attribute": (with_doctype(LAUGH).replace(b"<jw305:Header>", b'<jw305:Header x="&a9;">'), "XML"),
    "external entity": (with_doctype(b"<!DOCTYPE l [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", b"&e;"), "DTD"),
    "external dtd": (with_doctype(b"<!DOCTYPE l SYSTEM 'http://127.0.0.1:9/x.dtd'>"), "DTD"),
    "parameter entity": (with_doctype(b"<!DOCTYPE l [<!ENTITY % e SYSTEM 'file:///etc/passwd'> %e;]>"), "DTD"),
    "unknown entity": (START.replace(b"Voorbeeldnaam", b"&onbekend;"), "XML"),
    "300,000 nested elements": (START[:BODY] + b"<jw305:Header>" * 300_000, "STRUCTUUR"),
    "300,000 nested elements of another kind": (b"<a>" * 300_000 + b"</a>" * 300_000, "XML"),
    "300,000 nested elements behind a comment": (START[:BODY] + b"<!-- -->" + b"<jw305:a>" * 300_000, "XML"),
    "a million attributes": (b"<a " + b" ".join(b"a%d=''" % n for n in range(1_000_000)) + b"/>", "XML"),
    "a name of a megabyte": (START[:BODY] + b"<" + b"a" * 2**20 + b"/>", "STRUCTUUR"),
    "a value of 40 MB": (START.replace(b"Voorbeeldnaam", b"x" * 40 * 2**20), "FACET"),
    "40 MB of brackets": (b"<" * 40 * 2**20, "XML"),
    "40 MB of brackets in a message": (START[:BODY] + b"<" * 40 * 2**20, "STRUCTUUR"),
    "include": (
        START.replace(b"<jw305:Header>", b"<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>"),
        "XML",
    ),
    "style sheet": (START[:ROOT_AT] + b"<?xml-stylesheet href='http://127.0.0.1:9/'?><a/>", "GEEN_BERICHT"),
    "wrong namespace": (START.replace(b"istandaarden.nl", b"example.org"), "GEEN_BERICHT"),
    "two roots": (START + START, "XML"),
    "text after the root": (START + b"tekst", "STRUCTUUR"),
    "zeros": (bytes(1000), "CODERING"),
}


@pytest.fixture(scope="module")
def judge() -> MessageJudge:
    return MessageJudge()


def check_one(document: bytes, judge: MessageJudge) -> Verdict:
    (verdict,) = check_documents([("x.xml", document)], judge)
    return verdict


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_quickly_with_one_finding_that_helps(name: str, judge: MessageJudge) -> None:
    document, regel = HOSTILE[name]
    begin = time.process_time()
    verdict = check_one(document, judge)
    assert time.process_time() - begin < 60, "not a measurement, but a guard against what never ends"
    assert not verdict.geldig
    assert [finding.regel for finding in verdict.bevindingen] == [regel]
    assert all(f.plaats and f.tekst[0].isupper() and f.tekst.endswith(".") for f in verdict.bevindingen)


def test_of_a_message_with_endless_faults_only_the_first_are_named(judge: MessageJudge) -> None:
    begin, end = START.index(b"<jw305:StartProduct>"), START.index(b"</jw305:StartProducten>")
    product = START[begin:end].replace(b"2026-", b"geen-")
    verdict = check_one(START[:begin] + product * 5000 + START[end:], judge)
    assert len(verdict.bevindingen) == MAX_FINDINGS + 1
    assert verdict.bevindingen[-1].tekst.startswith("Nog meer waarden passen niet")


def test_a_hostile_document_does_not_touch_its_neighbours(judge: MessageJudge) -> None:
    small = [document for document, _ in HOSTILE.values() if len(document) < 10**6]
    documents = [(f"{n}", document) for bad in small for n, document in enumerate((bad, START))]
    verdicts = list(check_documents(documents, judge))
    assert [verdict.geldig for verdict in verdicts] == [False, True] * len(small)


def test_hostile_documents_leave_the_run_standing(tmp_path: Path) -> None:
    small = [(f"{n:02d}.xml", doc) for n, (doc, _) in enumerate(HOSTILE.values()) if len(doc) < 10**6]
    good = [("goed1.xml", make_toewijzing(1)), ("goed2.xml", make_start(1))]
    take_in([write_files(tmp_path / "in", [*small, *good])], tmp_path / "werkmap")
    tables = read_tables(tmp_path / "werkmap")
    assert sorted(row[5] for row in tables["ontvangst"]) == ["gelezen"] * 2 + ["geweigerd"] * len(small)
    assert len(tables["bevinding"]) == len(small)
    assert len(tables["bericht"]) == 2


# --- any bytes at all -----------------------------------------------------------------------------------------------

MESSAGES = (START, make_stop(), make_toewijzing())


def say(verdict: Verdict) -> tuple[object, ...]:
    """What a verdict says, apart from the name and number of the document."""
    return verdict.bericht, verdict.geldig, verdict.regels, [(f.regel, f.plaats, f.tekst) for f in verdict.bevindingen]


def assert_sound(document: bytes, verdict: Verdict) -> None:
    """Every verdict is one of: a valid message, or at least one finding in whole Dutch sentences."""
    assert verdict.geldig or verdict.bevindingen
    assert not (verdict.geldig and verdict.bericht is None)
    for finding in verdict.bevindingen:
        assert finding.regel
        assert finding.plaats
        assert finding.tekst.isprintable()
        assert finding.tekst.endswith(".")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=st.binary(max_size=400))
@example(document=b"<")
@example(document=b"<?xml")
@example(document=b"\x1f\x8b")
@example(document=b"PK\x03\x04")
def test_any_bytes_get_a_verdict(document: bytes, judge: MessageJudge) -> None:
    assert_sound(document, check_one(document, judge))


BITS = (b"", b"<", b">", b"&", b"</", b"/>", b"\0", b"\xff", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#x0;", b"&lt;",
        b"xmlns:q='q' ", b"\r", b"<?a?>", b" a='b'")  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A message with pieces changed, removed, doubled or moved."""
    data = bytearray(draw(st.sampled_from(MESSAGES)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        upto = min(at + draw(st.integers(0, 60)), len(data))
        bit = draw(st.sampled_from(BITS))
        data[at : upto if draw(st.booleans()) else at] = bit + (data[at:upto] if draw(st.booleans()) else b"")
    return bytes(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=st.lists(damaged(), min_size=1, max_size=6))
def test_any_damage_to_a_message_gets_a_verdict_and_spares_the_others(
    documents: list[bytes], judge: MessageJudge
) -> None:
    named = [(str(n), document) for n, document in enumerate([*documents, START])]
    verdicts = list(check_documents(named, judge))
    for document, verdict in zip(documents, verdicts, strict=False):
        assert_sound(document, verdict)
    assert verdicts[-1].geldig
    assert say(check_one(documents[0], judge)) == say(verdicts[0])


# --- findings never quote -------------------------------------------------------------------------------------------


def mark_leaves(shape: Shape, marks: list[str], value: object) -> object:
    """The same message with a mark of its own in every leaf."""
    if isinstance(value, list):
        return [mark_leaves(shape, marks, one) for one in value]
    if isinstance(value, dict):
        return {name: mark_leaves(shape.children[name], marks, deel) for name, deel in value.items()}
    marks.append(f"Kenmerk{len(marks):04d}X")
    return marks[-1]


def marked_text(tag: str, value: object, shape: Shape) -> str:
    """XML without any check, since marks do not fit their types."""
    if isinstance(value, list):
        return "".join(marked_text(tag, one, shape) for one in value)
    if isinstance(value, dict):
        inner = "".join(marked_text(shape.children[n].tag, deel, shape.children[n]) for n, deel in value.items())
        return f"<{tag}>{inner}</{tag}>"
    return f"<{tag}>{value}</{tag}>"


def make_marked(berichtsoort: str, seed: int) -> tuple[bytes, list[str]]:
    """A message with a mark in every leaf, and the marks."""
    marks: list[str] = []
    shape = shape_of(berichtsoort)
    inhoud = mark_leaves(shape, marks, make_message(random.Random(seed), berichtsoort))
    body = marked_text(shape.tag, inhoud, shape)
    spaces = {berichtsoort.lower(): shape.element.namespace_uri, "ijw": standaard.namespace("basisschema")}
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    return body.replace(">", f"{declared}>", 1).encode(), marks


@pytest.mark.parametrize("berichtsoort", sorted(standaard.berichten()))
def test_no_finding_quotes_a_value(berichtsoort: str, judge: MessageJudge) -> None:
    document, marks = make_marked(berichtsoort, 5)
    verdict = check_one(document, judge)
    assert len(verdict.bevindingen) > 5, "the marks fit no code list, number or date"
    said = json.dumps([(f.regel, f.retourcode, f.plaats, f.tekst, f.klasse) for f in verdict.bevindingen])
    assert marks
    assert "Kenmerk" not in said


def test_no_finding_quotes_a_name_an_attribute_or_a_comment_either(judge: MessageJudge) -> None:
    for old, new in (
        (b"<jw305:Header>", b"<jw305:Kenmerk>"),
        (b"<jw305:Header>", b'<jw305:Header Kenmerk="Kenmerk">'),
        (b"<jw305:Header>", b"<jw305:Header><!-- Kenmerk -->Kenmerk"),
        (b"jw305/schema", b"Kenmerk/schema"),
        (b'"UTF-8"', b'"Kenmerk"'),
        (b"Voorbeeldnaam", b"&Kenmerk;"),
        (b"Voorbeeldnaam", b"<Kenmerk/>"),
        (b"<jw305:Header>", b"<jw305:Header></jw305:Kenmerk>"),
    ):
        verdict = check_one(START.replace(old, new), judge)
        assert verdict.bevindingen
        assert "Kenmerk" not in json.dumps([(f.plaats, f.tekst) for f in verdict.bevindingen])


def test_a_broken_rule_within_a_message_quotes_nothing(judge: MessageJudge) -> None:
    document = make_start(1, Begindatum="1999-12-31", ToewijzingIngangsdatum="1999-11-30").replace(
        b">999900", b">123456"
    )
    verdict = check_one(document, judge)
    assert "CS002" in verdict.regels
    assert "1999" not in json.dumps([(f.plaats, f.tekst) for f in verdict.bevindingen])


# --- the command ----------------------------------------------------------------------------------------------------


def test_the_command_goes_on_with_the_rest_and_says_that_something_was_wrong(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [("1.xml", START), ("2.zip", b"PK\x03\x04kapot"), ("3.xml", b"\xff\xfe<"), ("4.xml", make_stop())]
    folder = write_files(tmp_path / "in", files)
    (folder / "5").mkdir()
    (folder / "6.xml").symlink_to(tmp_path / "weg")
    code, out, err = run_main(capfd, monkeypatch, "controleer", folder, "--formaat", "json")
    verdicts = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (1, "")
    assert [Path(verdict["bestand"]).name for verdict in verdicts] == ["1.xml", "2.zip", "3.xml", "4.xml", "6.xml"]
    assert [verdict["bericht"] for verdict in verdicts] == ["JW305", None, None, "JW307", None]
    assert [len(verdict["bevindingen"]) for verdict in verdicts] == [0, 1, 1, 0, 1]


def test_a_strange_file_name_does_not_stop_the_command(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    strange = bytes(tmp_path) + b"/in/a\xff\n\x1b[31m.xml"
    with open(strange, "wb") as stream:
        stream.write(START)
    for formaat in ("tekst", "json"):
        code, out, err = run_main(capfd, monkeypatch, "controleer", tmp_path / "in", "--formaat", formaat)
        assert (code, err, out.count("\n")) == (0, "", 1)
        assert "\x1b" not in out
    take_in([tmp_path / "in"], tmp_path / "werkmap")
    assert len(read_tables(tmp_path / "werkmap")["bericht"]) == 1
