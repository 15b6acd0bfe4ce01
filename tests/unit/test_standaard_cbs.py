"""The offline set of CBS figures equals its sources, says where it comes from, and leaves out what is not of CBS."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from jeugdstelsel import standaard
from jeugdstelsel.standaard import cbs

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
listed = pytest.mark.skipif(not SHARED.exists(), reason="de bronnen staan niet naast deze map")


def rows(name: str) -> Iterator[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def test_every_cell_has_a_known_state_period_and_place() -> None:
    for cell in cbs.cellen():
        assert (cell.waarde is None) == (cell.toestand != "waarde"), cell
        assert cell.toestand in {"waarde", "ontbreekt"}
        assert cell.periode_soort in {"jaar", "halfjaar", "peildatum"}
        assert cell.status in {"definitief", "nader voorlopig", "voorlopig", ""}
        assert cell.bron_url.startswith("http")


def test_a_cell_is_known_once_on_a_day() -> None:
    keys = [(c.tabel, c.meting, c.regio, c.periode, c.dimensies, c.bekend_op) for c in cbs.cellen()]
    assert len(keys) == len(set(keys)) == 2936


def test_every_gemeente_of_2021_has_its_percentage() -> None:
    cells = [cell for cell in cbs.cellen() if cell.tabel == "85039NED" and cell.eenheid == "%"]
    assert len(cells) == 352
    assert {cell.regio.removeprefix("GM") for cell in cells} <= set(standaard.gemeenten())


def test_the_source_names_cbs_and_its_licence() -> None:
    (bron,) = [bron for bron in standaard.bronnen() if bron.naam.startswith("CBS-cijfers")]
    assert "CC BY 4.0" in bron.licentie


def test_a_provisional_figure_is_known_from_the_first_fixed_day_after_its_period() -> None:
    days = {(c.periode, str(c.bekend_op)) for c in cbs.cellen() if c.tabel == "85098NED" and c.status == "voorlopig"}
    assert days == {("2025-H1", "2025-10-31"), ("2023", "2024-04-30")}


@listed
def test_the_extracts_of_statline_equal_the_source() -> None:
    ours = [cell for cell in cbs.cellen() if cell.tabel not in {"kerncijfers", "85039NED"}]
    theirs = list(rows("statline_jeugdzorg_uittreksels.csv"))
    assert [cell.waarde for cell in ours] == [number(row["waarde"]) for row in theirs]
    assert [(cell.meting, cell.status) for cell in ours] == [(row["meting"], row["status"]) for row in theirs]


@listed
def test_the_key_figures_are_those_of_cbs_only() -> None:
    ours = {(c.meting, c.waarde) for c in cbs.cellen() if c.tabel == "kerncijfers"}
    others = (
        "Jeugdzorg Nederland",
        "Pleegzorg Nederland",
        "jeugdautoriteit",
        "harrieverbon",
        "nos.nl",
        "skipr.nl/",
        "Iv3",
    )
    theirs = list(rows("kerncijfers.csv"))
    left_out = [row for row in theirs if any(name in row["source"].split("gecontroleerd")[0] for name in others)]
    assert len([cell for cell in cbs.cellen() if cell.tabel == "kerncijfers"]) == 390
    assert not ours & {(row["indicator"], float(row["value"])) for row in left_out}
    assert {value for _, value in ours} <= {float(row["value"]) for row in theirs}


@listed
def test_the_percentages_per_gemeente_equal_the_source() -> None:
    ours = {c.regio: c.waarde for c in cbs.cellen() if c.tabel == "85039NED" and c.eenheid == "%"}
    name = "pct_jongeren_met_jeugdzorg_in_natura"
    assert ours == {row["gm_code"]: float(row[name]) for row in rows("kwb2021_gemeente_85039NED.csv")}
