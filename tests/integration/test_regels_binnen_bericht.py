"""The rules within a message find what the official check finds in every test vector, and nothing more."""

import csv
from pathlib import Path

import pytest

from jeugdstelsel.services.check import check_files

VECTOREN = Path(__file__).parents[3] / "shared" / "standards" / "ijw" / "testvectoren"
VERWACHT = VECTOREN / "binnen_bericht_verwacht.csv"
pytestmark = pytest.mark.skipif(not VERWACHT.is_file(), reason="de testvectoren van iJw zijn hier niet aanwezig")


def read_expected() -> dict[str, tuple[bool, list[str]]]:
    with VERWACHT.open(encoding="utf-8", newline="") as file:
        return {
            row["bestand"]: (row["xsd_geldig"] == "ja", sorted(row["xslt_codes"].split()))
            for row in csv.DictReader(file)
        }


def test_every_vector_gets_the_expected_verdict() -> None:
    expected = read_expected()
    verdicts = check_files([VECTOREN / "binnen_bericht" / bestand for bestand in expected])
    got = {Path(verdict.bestand).name: (verdict.geldig, sorted(verdict.regels)) for verdict in verdicts}
    assert got == expected


def test_a_vector_judged_alone_gets_the_same_verdict_as_among_others() -> None:
    for bestand, expected in read_expected().items():
        (verdict,) = check_files([VECTOREN / "binnen_bericht" / bestand])
        assert (verdict.geldig, sorted(verdict.regels)) == expected, bestand


def test_the_prestaties_of_an_answer_are_judged_without_a_declaration_beside_them(tmp_path: Path) -> None:
    answer = (VECTOREN / "binnen_bericht" / "v152_JW325_TR342_ok.xml").read_text(encoding="utf-8")
    after_the_message = answer.replace("<ijw:Einddatum>2026-02-28<", "<ijw:Einddatum>2026-03-13<")
    bestand = tmp_path / "na_dagtekening.xml"
    bestand.write_text(after_the_message, encoding="utf-8")
    (verdict,) = check_files([bestand])
    assert (verdict.geldig, verdict.regels) == (True, ("TR137",))
