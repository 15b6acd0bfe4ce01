"""The findings on a real stream of messages become answers that the schema accepts and that carry their codes."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from xsd import NEEDS_XSD, SHARED, schema

from jeugdstelsel.ingest.message_reader import read_message
from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.services.answer import answer
from jeugdstelsel.services.series import SeriesFinding, check_series

pytestmark = NEEDS_XSD

NEUTRAL = {"0200", "0233", "8001"}


def one_series_per_place() -> Iterator[tuple[str, str, set[str]]]:
    """(series, file, expected return codes) for the first file with a fault in each klasse of each message type.

    A fault in the header keeps the body out, and with it the codes of the other klassen (IV028).
    """
    path = SHARED / "testvectoren" / "over_berichten_verwacht.csv"
    with path.open(encoding="utf-8", newline="") as source:
        rows = [row for row in csv.DictReader(source) if row["retourcode"] and "JW325" not in row["bestand_met_fout"]]
    first = {(row["bestand_met_fout"][3:8], row["berichtklasse"]): row for row in reversed(rows)}
    for chosen in first.values():
        reeks, bestand = chosen["reeks"], chosen["bestand_met_fout"]
        same = [row for row in rows if (row["reeks"], row["bestand_met_fout"]) == (reeks, bestand)]
        header = {row["retourcode"] for row in same if row["berichtklasse"] in ("", "Header")}
        codes = header or {row["retourcode"] for row in same}
        yield reeks, bestand, codes


def as_finding(found: SeriesFinding) -> Finding:
    """The finding with the ordinal of its klasse, which stands between brackets in its place."""
    number = re.search(r"\[(\d+)\]", found.plaats)
    return Finding(
        found.regel,
        found.plaats,
        found.tekst,
        found.retourcode,
        Ernst(found.ernst),
        klasse=found.berichtklasse,
        regelnummer=int(number[1]) if number else 0,
    )


@pytest.mark.parametrize(
    ("reeks", "bestand", "expected"),
    one_series_per_place() if SHARED.exists() else [],
    ids=lambda value: value if isinstance(value, str) else " ".join(sorted(value)),  # a set has no order of its own
)
def test_the_codes_of_a_stream_stand_in_the_answers(reeks: str, bestand: str, expected: set[str]) -> None:
    folder: Path = SHARED / "testvectoren" / "over_berichten" / reeks
    findings = check_series(folder, today=date(2026, 11, 21))
    for path in sorted(folder.glob("*.xml")):
        own = [as_finding(found) for found in findings if Path(found.bestand).name == path.name]
        data = answer(path.read_bytes(), own, dagtekening=date(2026, 11, 21), identificatie="R1")
        if data is None:
            assert read_message(path.read_bytes())[0] == "JW325"
            continue
        root = etree.fromstring(data)
        schema(read_message(data)[0]).assertValid(root)
        codes = {element.text for element in root.iter() if etree.QName(element).localname == "RetourCode"}
        assert codes - NEUTRAL == (expected if path.name == bestand else set())
