"""The series of messages with known faults give the expected findings, all of them and none too many."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from jeugdstelsel.services.series import check_series

VECTORS = Path(__file__).resolve().parents[3] / "shared" / "standards" / "ijw" / "testvectoren"
Expected = set[tuple[str, str, str, str]]


def read_expected() -> dict[str, Expected]:
    """Return {series: {(file, rule, return code, berichtklasse)}} of the series that are here."""
    path = VECTORS / "over_berichten_verwacht.csv"
    expected: dict[str, Expected] = defaultdict(set)
    if not path.exists():
        return expected
    with path.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            found = expected[row["reeks"]]
            if row["regel"]:
                found.add((row["bestand_met_fout"], row["regel"], row["retourcode"], row["berichtklasse"]))
    return {series: found for series, found in expected.items() if (VECTORS / "over_berichten" / series).is_dir()}


EXPECTED = read_expected()
ABSENT = "the test vectors stand outside this repository"


@pytest.mark.skipif(not EXPECTED, reason=ABSENT)
def test_there_are_series_to_judge() -> None:
    assert len(EXPECTED) >= 49


@pytest.mark.parametrize("series", sorted(EXPECTED) or [pytest.param("", marks=pytest.mark.skip(reason=ABSENT))])
def test_a_series_gives_exactly_the_expected_findings(series: str) -> None:
    findings = check_series(VECTORS / "over_berichten" / series)
    judged = [f for f in findings if f.ernst != "niet beoordeeld"]
    assert {(Path(f.bestand).name, f.regel, f.retourcode, f.berichtklasse) for f in judged} == EXPECTED[series]
    assert len(judged) == len(EXPECTED[series])
    assert [f.regel for f in findings if f.ernst == "niet beoordeeld"] == ["TR418"]
