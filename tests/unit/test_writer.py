"""The writer makes valid messages of every type, and the reader gives back what was written."""

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree
from strategies import make_message, messages
from xsd import NEEDS_XSD, SHARED, schema

from jeugdstelsel import standaard
from jeugdstelsel.ingest.message_reader import read_message
from jeugdstelsel.ingest.writer import write_message
from jeugdstelsel.model import GebruikersFout

START = {
    "Header": {
        "Afzender": "99990001",
        "Ontvanger": "0034",
        "BerichtIdentificatie": {"Identificatie": "S1", "Dagtekening": "2026-03-01"},
    },
    "Client": {
        "Bsn": "999900018",
        "Geboortedatum": {"Datum": "2012-05-04"},
        "Geslacht": "2",
        "Naam": {"Geslachtsnaam": {"Achternaam": "Voorbeeld"}},
        "StartProducten": {
            "StartProduct": [
                {
                    "ToewijzingNummer": 300201,
                    "Begindatum": "2026-02-20",
                    "StatusAanlevering": "1",
                },
            ]
        },
    },
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The start message with one element under Client replaced; None takes it away."""
    inhoud = copy.deepcopy(START)
    inhoud["Client"][path] = value
    return inhoud


@settings(max_examples=150, deadline=None)
@given(messages())
def test_what_is_written_is_read_back(message: tuple[str, dict[str, Any]]) -> None:
    berichtsoort, inhoud = message
    assert read_message(write_message(berichtsoort, inhoud)) == (berichtsoort, inhoud)


@NEEDS_XSD
@pytest.mark.parametrize("berichtsoort", sorted(standaard.berichten()))
def test_the_schema_accepts_what_is_written(berichtsoort: str) -> None:
    rng = random.Random(berichtsoort)
    for _ in range(25):
        schema(berichtsoort).assertValid(etree.fromstring(write_message(berichtsoort, make_message(rng, berichtsoort))))


@NEEDS_XSD
def test_an_example_message_is_written_byte_for_byte() -> None:
    for path in sorted(SHARED.glob("testvectoren/binnen_bericht/v00*_geldig.xml")):
        data = path.read_bytes()
        assert write_message(*read_message(data)) == data


def test_the_header_completes_itself() -> None:
    _, inhoud = read_message(write_message("JW305", START))
    header = inhoud["Header"]
    assert (
        header["BerichtCode"],
        header["BerichtVersie"],
        header["BerichtSubversie"],
    ) == ("438", "3", "2")
    assert header["XsdVersie"] == {
        "BasisschemaXsdVersie": "1.0.0",
        "BerichtXsdVersie": "1.0.0",
    }


def test_the_form_is_utf8_without_bom_with_crlf() -> None:
    data = write_message("JW305", changed("Naam", {"Geslachtsnaam": {"Achternaam": "Ünïcode"}}))
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\r\n<jw305:Bericht ')
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "Ünïcode".encode() in data


def test_own_and_shared_elements_have_their_own_prefix() -> None:
    data = write_message("JW305", START)
    assert b"<jw305:Geboortedatum>\r\n      <ijw:Datum>2012-05-04</ijw:Datum>" in data


@pytest.mark.parametrize(
    ("inhoud", "words"),
    [
        (
            changed("Geslacht", None),
            "verplichte element Bericht/Client/Geslacht ontbreekt",
        ),
        (changed("Leeftijd", "13"), "Bericht/Client kent geen onderdeel Leeftijd"),
        (
            changed("Bsn", "12345678"),
            "Bericht/Client/Bsn past niet bij LDT_BurgerServicenummer",
        ),
        (changed("Geslacht", "3"), "Bericht/Client/Geslacht past niet"),
        (
            changed("Geboortedatum", {"Datum": "2023-02-29"}),
            "Bericht/Client/Geboortedatum/Datum past niet",
        ),
        (
            changed("Geboortedatum", "2012-05-04"),
            "Bericht/Client/Geboortedatum bevat andere elementen",
        ),
        (
            changed("Geslacht", ["1", "2"]),
            "Bericht/Client/Geslacht moet één keer voorkomen",
        ),
        (changed("StartProducten", {"StartProduct": []}), "StartProduct ontbreekt"),
        (
            changed("StartProducten", {"StartProduct": {}}),
            "StartProduct moet een lijst zijn",
        ),
        (
            changed("Naam", {"Geslachtsnaam": {"Achternaam": "a\x00b"}}),
            "teken dat in XML niet bestaat",
        ),
    ],
)
def test_a_fault_names_the_element_and_not_the_value(inhoud: dict[str, Any], words: str) -> None:
    with pytest.raises(GebruikersFout) as caught:
        write_message("JW305", inhoud)
    assert words in str(caught.value)
    assert "12345678" not in str(caught.value)
    assert "2023-02-29" not in str(caught.value)


def test_an_unknown_message_is_refused() -> None:
    with pytest.raises(GebruikersFout, match="JW303 bestaat niet"):
        write_message("JW303", {})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen xml",
        b"<Bericht/>",
        write_message("JW305", START).replace(b"Geslacht>", b"Gewicht>"),
        write_message("JW305", START).replace(b"jw305:Bsn>", b"ijw:Bsn>"),
        write_message("JW305", START).replace(b"2012-05-04", b"<jw305:Bsn/>"),
        write_message("JW305", START).replace(b"</jw305:Client>", b"</jw305:Client><jw305:Client></jw305:Client>"),
    ],
)
def test_the_reader_refuses_what_is_no_message(data: bytes) -> None:
    with pytest.raises(GebruikersFout):
        read_message(data)


def test_an_older_release_is_read_with_the_same_tree() -> None:
    data = write_message("JW305", START)
    assert read_message(data.replace(b"/3_2/", b"/3_0/")) == read_message(data)
