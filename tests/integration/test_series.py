"""The test vectors, taken in as deliveries, give the expected verdicts in the exported findings."""

import csv
import io
from collections import defaultdict
from pathlib import Path

import pytest
from leveringen import SHARED, make_start, make_stop, make_toewijzing, take_in, write_files

from jeugdstelsel.services.check import rules_within
from jeugdstelsel.services.export import export
from jeugdstelsel.services.series import check_series
from jeugdstelsel.store import Archive

needs_vectors = pytest.mark.skipif(not SHARED.exists(), reason="de testvectoren staan niet naast deze map")
SAMPLE = 6
REFUSALS = {"STRUCTUUR", "FACET", "XML", "RELEASE"}
"""What the schema of 3.2 refuses; a message of 3.1 is read all the same."""


def read_csv(name: str) -> list[dict[str, str]]:
    if not SHARED.exists():
        return []
    with (SHARED / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def exported(werkmap: Path) -> list[dict[str, str]]:
    """The findings as `jeugdstelsel exporteer bevindingen` writes them, each with the name of its file."""
    target = io.BytesIO()
    export(werkmap, "bevindingen", "csv", target)
    names = {delivery.levering_id: delivery.naam for delivery in Archive(werkmap).deliveries()}
    rows = csv.DictReader(io.StringIO(target.getvalue().decode(), newline=""))
    return [row | {"bestand": names.get(row["levering_id"], "")} for row in rows]


@pytest.fixture(scope="module")
def within(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """The findings per file of the vectors within a message."""
    werkmap = tmp_path_factory.mktemp("binnen")
    take_in([SHARED / "binnen_bericht"], werkmap)
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in exported(werkmap):
        found[row["bestand"]].append(row)
    return found


@needs_vectors
def test_every_vector_within_a_message_is_judged_as_expected(within: dict[str, list[dict[str, str]]]) -> None:
    """Vectors with the same bytes are one delivery; across messages they mean nothing together."""
    own = {rule.code for rule in rules_within()}
    seen: dict[bytes, str] = {}
    for row in read_csv("binnen_bericht_verwacht.csv"):
        name = row["bestand"]
        first = seen.setdefault((SHARED / "binnen_bericht" / name).read_bytes(), name)
        findings = within[first]
        refused = any(finding["regel"] in REFUSALS for finding in findings)
        assert refused == (row["xsd_geldig"] != "ja"), name
        assert sorted({f["regel"] for f in findings} & own) == sorted(row["xslt_codes"].split()), name


EXPECTED = [row for row in read_csv("over_berichten_verwacht.csv") if row["regel"]]
CHOSEN = sorted({row["reeks"] for row in EXPECTED})[:: max(len({row["reeks"] for row in EXPECTED}) // SAMPLE, 1)][
    :SAMPLE
]


@needs_vectors
@pytest.mark.parametrize("reeks", CHOSEN)
def test_a_series_taken_in_is_judged_as_expected(reeks: str, tmp_path: Path) -> None:
    take_in([SHARED / "over_berichten" / reeks], tmp_path)
    found = {
        (row["bestand"], row["regel"], row["retour_code"], row["klasse"])
        for row in exported(tmp_path)
        if row["ernst"] == "fout"
    }
    expected = {
        (row["bestand_met_fout"], row["regel"], row["retourcode"], row["berichtklasse"])
        for row in EXPECTED
        if row["reeks"] == reeks
    }
    assert found == expected


def test_a_series_is_one_stream_in_name_order(tmp_path: Path) -> None:
    good = [("1.xml", make_toewijzing(1)), ("2.xml", make_start(1)), ("3.xml", make_stop(1))]
    folder = write_files(tmp_path / "goed", good)
    assert [f.regel for f in check_series(folder) if f.ernst == "fout"] == []
    turned = write_files(tmp_path / "om", [("1.xml", make_start(1)), ("2.xml", make_toewijzing(1))])
    assert [(f.bestand, f.regel) for f in check_series(turned) if f.ernst == "fout"] == [("1.xml", "TR019")]


def test_a_file_that_is_no_message_is_a_finding_of_the_series(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "in", [("1.xml", make_toewijzing(1)), ("2.zip", b"PK\x03\x04"), ("3.xml", b"<a/>")])
    found = [(f.bestand, f.regel) for f in check_series(folder) if f.ernst == "fout"]
    assert found == [("2.zip", "ARCHIEF"), ("3.xml", "GEEN_BERICHT")]
