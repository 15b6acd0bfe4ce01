"""Figures that the documents print are made again from their parts, read from the list of all figures."""

import csv
from pathlib import Path

import pytest

from jeugdstelsel import standaard
from jeugdstelsel.services.controletotalen import Controle, controleer
from jeugdstelsel.standaard import cbs

LIST = Path(__file__).resolve().parents[3] / "shared" / "kennis" / "stelsel_cijfers.csv"
listed = pytest.mark.skipif(not LIST.exists(), reason="de lijst van cijfers staat niet naast deze map")
CONTROLES = {row.code: row for row in controleer()}
DOES_NOT_FIT = {"voogdij_12000"}
"""The Hervormingsagenda and CBS contradict each other."""
NOT_FOUND = {"groei_2015_2022", "trajectduur_2021", "begin_eeuw"}
"""No source gives the parts."""


def figures() -> dict[str, dict[str, str]]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("row", CONTROLES.values(), ids=CONTROLES)
def test_a_printed_figure_follows_from_its_parts_within_their_rounding(row: Controle) -> None:
    if row.code in NOT_FOUND:
        assert row.klopt is None and row.opmerking
    else:
        assert row.klopt is (row.code not in DOES_NOT_FIT)
        assert row.laagst is not None and row.hoogst is not None and row.berekend is not None
        assert row.laagst <= row.berekend <= row.hoogst


def reckoned(code: str) -> float:
    value = CONTROLES[code].berekend
    assert value is not None
    return value


def test_the_control_totals_of_the_letter_of_june_2025() -> None:
    assert round(reckoned("aandelen_2024"), 1) == 100.0
    assert round(reckoned("jeugdbescherming_2024"), 2) == -4.03
    assert round(reckoned("machtiging_2024"), 2) == -4.93
    assert round(reckoned("jeugdhulp_2024"), 2) == -1.64
    assert round(reckoned("jeugdreclassering_2023") / 5) * 5 == 5205
    assert round(reckoned("gesloten_2024"), 1) == -58.3


def test_a_wrong_figure_would_not_fit() -> None:
    row = CONTROLES["jeugdbescherming_2024"]
    assert row.hoogst is not None and row.hoogst < -4.0
    assert CONTROLES["voogdij_12000"].klopt is False


@listed
def test_our_parts_are_the_figures_of_the_list() -> None:
    known = figures()
    ours = {part.id: part.waarde for part in cbs.onderdelen().values() if part.id in known}
    assert len(ours) == 25
    assert ours == {name: float(known[name]["value"]) for name in ours}


@listed
@pytest.mark.parametrize(
    ("code", "name", "sign"),
    [
        ("een_op_17_2023", "VB-040", 1),
        ("een_op_22_2023", "VB-041", 1),
        ("een_op_17_2024", "VB-038", 1),
        ("een_op_22_2024", "VB-039", 1),
        ("een_op_7", "VB-001", 1),
        ("een_op_7", "RK-002", 1),
        ("een_op_7_5", "HA-003", 1),
        ("een_op_10", "HA-002", 1),
        ("machtiging_bron_2024", "VB-051", 1),
        ("jeugdreclassering_groei_2024", "VB-053", 1),
        ("duur_jeugdreclassering", "VB-055", -1),
        ("huisarts_2023", "VB-004", 1),
        ("huisarts_2021", "VB-004", 1),
        ("aandeel_natura", "VB-056", 1),
        ("aandeel_natura_en_pgb", "VB-057", 1),
        ("aandeel_pgb", "VB-058", 1),
        ("voogdij_12000", "HA-060", 1),
        ("groei_2015_2022", "HA-007", 1),
        ("trajectduur_2021", "HA-008", 1),
        ("begin_eeuw", "HA-001", 1),
    ],
)
def test_what_we_say_is_printed_is_printed(code: str, name: str, sign: int) -> None:
    assert CONTROLES[code].gedrukt == sign * float(figures()[name]["value"])
    assert name in CONTROLES[code].cijfers


@listed
def test_the_fall_of_youth_protection_is_the_whole_percentage_of_the_letter() -> None:
    assert round(-reckoned("jeugdbescherming_2024")) == float(figures()["VB-049"]["value"])


@listed
def test_every_figure_on_use_in_the_letter_takes_part_in_a_control() -> None:
    used = {name for row in CONTROLES.values() for name in row.cijfers}
    printed = {
        name for name, row in figures().items() if name.startswith("VB-") and row["section"].startswith("Bijlage 2")
    }
    assert printed - used == {"VB-059"}, "VB-059 is a group (the lowest 20% of incomes), not a figure"
    assert used <= figures().keys()


@listed
def test_what_the_standard_data_count_is_what_the_list_says() -> None:
    assert len(standaard.jeugdregios()) == float(figures()["HA-064"]["value"])


@listed
def test_the_number_of_product_codes_differs_between_the_documents_and_stays_so() -> None:
    assert [float(figures()[name]["value"]) for name in ("HA-068", "VB-025")] == [3800, 4000]
    assert sum(not code.kopregel for code in standaard.productcodes().values()) < 3800
