"""The rules within a message find what the official check finds in every test vector, and nothing more."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from jeugdstelsel.services.check import check_paths

VECTOREN = Path(__file__).parents[3] / "shared" / "standards" / "ijw" / "testvectoren"
VERWACHT = VECTOREN / "binnen_bericht_verwacht.csv"
pytestmark = pytest.mark.skipif(not VERWACHT.is_file(), reason="de testvectoren van iJw zijn hier niet aanwezig")


Verdicts = dict[str, tuple[bool, list[str]]]


def read_expected() -> dict[str, Verdicts]:
    """Return {berichtsoort: {file: (valid, codes of the broken rules)}}."""
    expected: dict[str, Verdicts] = {}
    with VERWACHT.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            verdict = (row["xsd_geldig"] == "ja", sorted(row["xslt_codes"].split()))
            expected.setdefault(row["bericht"], {})[row["bestand"]] = verdict
    return expected


def judge(bestanden: Iterable[str]) -> Verdicts:
    verdicts = check_paths([VECTOREN / "binnen_bericht" / bestand for bestand in bestanden])
    return {Path(verdict.bestand).name: (verdict.geldig, sorted(verdict.regels)) for verdict in verdicts}


def test_every_vector_gets_the_expected_verdict() -> None:
    expected = {bestand: verdict for vectors in read_expected().values() for bestand, verdict in vectors.items()}
    assert judge(expected) == expected


def test_one_kind_of_message_gets_the_same_verdicts_without_the_other_kinds() -> None:
    for vectors in read_expected().values():
        assert judge(vectors) == vectors


def test_the_prestaties_of_an_answer_are_judged_without_a_declaration_beside_them(tmp_path: Path) -> None:
    answer = (VECTOREN / "binnen_bericht" / "v152_JW325_TR342_ok.xml").read_text(encoding="utf-8")
    after_the_message = answer.replace("<ijw:Einddatum>2026-02-28<", "<ijw:Einddatum>2026-03-13<")
    bestand = tmp_path / "na_dagtekening.xml"
    bestand.write_text(after_the_message, encoding="utf-8")
    (verdict,) = check_paths([bestand])
    assert (verdict.geldig, verdict.regels) == (True, ("TR137",))
