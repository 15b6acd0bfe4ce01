"""The scanner finds every value where it stands, gives every row its place, and leaves nothing of a bad message."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from leveringen import make_start, make_stop, make_toewijzing
from strategies import messages

from jeugdstelsel.ingest import scanner
from jeugdstelsel.ingest.grammar import BY_PATH, GRAMMAR, NODES
from jeugdstelsel.ingest.read import check_structure
from jeugdstelsel.ingest.recognise import read_root
from jeugdstelsel.ingest.scanned import Scanned
from jeugdstelsel.ingest.writer import write_message

START = make_start()
PRODUCT = "Bericht/Client/StartProducten/StartProduct"


def scan(*documents: bytes) -> Scanned:
    return Scanned(documents, [read_root(document) for document in documents])


def status(document: bytes) -> int:
    return int(scan(document).out.status[0])


def read(scanned: Scanned, pad: str, berichtsoort: str = "JW305") -> list[object]:
    values: list[object] = scanned.column(BY_PATH[berichtsoort, pad]).array.to_pylist()
    return values


def with_products(numbers: list[int]) -> bytes:
    one = START[START.index(b"<jw305:StartProduct>") : START.index(b"</jw305:StartProducten>")]
    more = [one.replace(b"Nummer>1<", b"Nummer>%d<" % number) for number in numbers]
    return START.replace(one, b"".join(more))


def test_values_of_many_messages_stand_in_one_column_each() -> None:
    scanned = scan(with_products([7, 8]), make_toewijzing(3), with_products([9]))
    assert scanned.out.status.tolist() == [scanner.OK] * 3
    assert read(scanned, f"{PRODUCT}/ToewijzingNummer") == [7, 8, 9]
    assert scanned.row_documents("JW305", PRODUCT).tolist() == [0, 0, 2]
    assert scanned.row_ordinals("JW305", PRODUCT).tolist() == [1, 2, 1]
    assert read(scanned, "Bericht/Client/ToegewezenProducten/ToegewezenProduct/ToewijzingNummer", "JW301") == [3]


def test_a_bad_message_leaves_no_row_and_no_value_behind() -> None:
    scanned = scan(START, START[: START.index(b"</jw305:StartProduct>")], make_start(2))
    assert scanned.out.status.tolist() == [scanner.OK, scanner.BROKEN, scanner.OK]
    assert read(scanned, f"{PRODUCT}/ToewijzingNummer") == [1, 2]
    assert scanned.row_ordinals("JW305", PRODUCT).tolist() == [1, 1]


def test_a_document_without_root_is_passed_over() -> None:
    scanned = scan(b"<a/>", START, b"")
    assert read(scanned, f"{PRODUCT}/ToewijzingNummer") == [1]
    assert scanned.row_documents("JW305", PRODUCT).tolist() == [1]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"<jw305:Geslacht>2</jw305:Geslacht>", b"", scanner.MISSING),
        (b"</jw305:Geslacht>", b"</jw305:Geslacht><jw305:Geslacht>2</jw305:Geslacht>", scanner.TOO_MANY),
        (b"jw305:Geslacht", b"jw305:Geslagt", scanner.UNEXPECTED),
        (b"<ijw:Datum>2012-05-04</ijw:Datum>", b"<jw305:Datum>2012-05-04</jw305:Datum>", scanner.UNEXPECTED),
        (b"<jw305:Geboortedatum>", b"<jw305:Geboortedatum>tekst", scanner.TEXT),
        (b">2</jw305:Geslacht>", b"><a/></jw305:Geslacht>", scanner.NESTED),
        (b">2</jw305:Geslacht>", b">2</jw305:Geboortedatum>", scanner.BROKEN),
        (b">2</jw305:Geslacht>", b">\x01</jw305:Geslacht>", scanner.BAD_CHAR),
        (b"</jw305:Bericht>", b"</jw305:Bericht>x", scanner.BROKEN),
        (b"</jw305:Client>", b"</jw305:Client", scanner.BROKEN),
        (b">2</jw305:Geslacht>", b"><!-- x -->2</jw305:Geslacht>", scanner.SLOW),
        (b">2</jw305:Geslacht>", b"><![CDATA[2]]></jw305:Geslacht>", scanner.SLOW),
        (b">2</jw305:Geslacht>", b">&#50;</jw305:Geslacht>", scanner.SLOW),
        (b">2</jw305:Geslacht>", b">]]></jw305:Geslacht>", scanner.SLOW),
        (b"<jw305:Geslacht>", b'<jw305:Geslacht a="b">', scanner.SLOW),
        (b"</jw305:Bericht>", b"</jw305:Bericht><!-- x -->", scanner.SLOW),
    ],
)
def test_what_does_not_fit_has_a_status_of_its_own(old: bytes, new: bytes, expected: int) -> None:
    document = START.replace(old, new)
    assert document != START
    assert status(document) == expected


def test_the_place_of_an_error_is_the_element_and_the_byte() -> None:
    document = START.replace(b"<jw305:Geslacht>2</jw305:Geslacht>", b"")
    out = scan(START, document).out
    assert NODES[out.error_node[1]].pad == "Bericht/Client/Geslacht"
    at = int(out.error_at[1]) - len(START)
    assert document[at:].startswith(b"<jw305:Naam>")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (b"a&amp;b&lt;c&gt;d&quot;e&apos;f", "a&b<c>d\"e'f"),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        (b"a&#13;b", "a\rb"),
        ("ÀéßŸ\U0001f600".encode(), "ÀéßŸ\U0001f600"),
        (b" x ", " x "),
    ],
)
def test_text_is_read_as_xml_says(written: bytes, read_as: str) -> None:
    document = START.replace(b"<ijw:Achternaam>Voorbeeldnaam 1<", b"<ijw:Achternaam>" + written + b"<")
    assert read(scan(document), "Bericht/Client/Naam/Geslachtsnaam/Achternaam") == [read_as]


@pytest.mark.parametrize(
    ("written", "good"),
    [("1", True), ("+1", True), (" 1\r\n", True), ("0001", True), ("999999999", True), ("", False), ("-", False),
     ("1.0", False), ("1 0", False), ("1000000000", False), ("9" * 400, False), ("-1", False), ("١", False)],
)  # fmt: skip
def test_a_number_is_one_as_xml_schema_says(written: str, good: bool) -> None:
    document = START.replace(b"Nummer>1<", f"Nummer>{written}<".encode())
    assert check_structure([document]) == [good]


@pytest.mark.parametrize(
    ("written", "good"),
    [("2024-02-29", True), (" 2024-02-29 ", True), ("2023-02-29", False), ("1900-02-29", False), ("2000-02-29", True),
     ("2024-13-01", False), ("2024-00-01", False), ("2024-04-31", False), ("2024-4-01", False), ("24-04-01", False),
     ("", False), ("2024-04-01Z", False), ("2024-04-01+01:00", False), ("20240401", False), ("9999-12-31", True)],
)  # fmt: skip
def test_a_date_is_one_as_the_calendar_says(written: str, good: bool) -> None:
    document = START.replace(b"<ijw:Datum>2012-05-04<", f"<ijw:Datum>{written}<".encode())
    assert check_structure([document]) == [good]


def test_dates_come_out_as_days_over_the_whole_calendar() -> None:
    rng = random.Random(2)
    days = [np.datetime64("0001-01-01") + rng.randrange(3_652_059) for _ in range(2000)]
    text = [str(day) for day in days]
    buffer = np.frombuffer("".join(text).encode(), np.uint8)
    starts, lengths = np.arange(0, 10 * len(text), 10, dtype=np.int64), np.full(len(text), 10, np.int32)
    values, valid = np.zeros(len(text), np.int32), np.ones(len(text), np.bool_)
    scanner.read_dates(buffer, starts, lengths, values, valid)
    assert valid.all()
    assert values.tolist() == [int(day.astype(np.int64)) for day in days]


def test_the_grammar_knows_every_element_once_and_children_stand_together() -> None:
    assert len(NODES) == len(BY_PATH) == 784
    for node in NODES:
        first, n = int(GRAMMAR.first_child[node.id]), int(GRAMMAR.children[node.id])
        assert all(child.element.ouder == node.pad for child in NODES[first : first + n])


@settings(max_examples=40, deadline=None)
@given(drawn=st.lists(messages(), min_size=1, max_size=6))
def test_every_message_that_the_writer_makes_is_in_order(drawn: list[tuple[str, dict[str, object]]]) -> None:
    documents = [write_message(berichtsoort, inhoud) for berichtsoort, inhoud in drawn]
    assert check_structure(documents) == [True] * len(documents)


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, len(START) - 3), document=st.sampled_from((START, make_stop(), make_toewijzing())))
def test_a_message_cut_off_anywhere_is_never_in_order(cut: int, document: bytes) -> None:
    assert check_structure([document[: cut % (len(document) - 3)]]) == [False]
