"""The calibration table in the manual is the one of the present targets, and stays within the stated margins."""

import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "handleiding" / "synthetisch-land.md"
TARGETS = ROOT / "src" / "jeugdstelsel" / "synthetic" / "data" / "ijkcijfers_2026_11.csv"


def number(cell: str) -> float:
    return float(cell.strip().rstrip("%").replace(".", "").replace(",", "."))


def printed() -> dict[str, list[str]]:
    """Return the cells of the table by name of the figure."""
    lines = re.findall(r"^\| (\w+) \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.M)
    return {name: rest.split(" | ") for name, rest in lines if len(rest.split(" | ")) == 7 and name != "kenmerk"}


def targets() -> list[dict[str, str]]:
    with TARGETS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_table_has_every_target_with_its_margin_and_source() -> None:
    shown = printed()
    assert list(shown) == [row["kenmerk"] for row in targets()]
    for row in targets():
        eenheid, periode, doel, _, _, marge, bron = shown[row["kenmerk"]]
        assert (eenheid, periode, bron) == (row["eenheid"], row["periode"], row["bron"])
        assert number(doel) == float(row["waarde"])
        assert number(marge) == pytest.approx(100 * float(row["marge"]))


def test_every_figure_in_the_table_is_within_its_margin() -> None:
    for name, (_, _, _, _, verschil, marge, _) in printed().items():
        assert abs(number(verschil)) <= number(marge), name


def test_the_figures_of_2025_are_among_the_targets() -> None:
    latest = {row["kenmerk"] for row in targets() if row["periode"].startswith("2025") and "CBS" in row["bron"]}
    assert len(latest) == 5
