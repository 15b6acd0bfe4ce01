"""The maximum volume per period and per toewijzing equals every worked example of IV076-IV078."""

import csv
from pathlib import Path

import pytest
from motor import lend_with

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.rules.omvang import MAXIMUM_IN_PERIODE, MAXIMUM_IN_TOEWIJZING

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "standards" / "ijw" / "rekenvoorbeelden.csv"


def compute(example: dict[str, str]) -> tuple[int, int]:
    """Return the maximum of the period and of the whole toewijzing in a worked example."""
    row = {
        "begindatum": example["periode_begin"],
        "einddatum": example["periode_eind"],
        "toegewezen_ingangsdatum": example["toewijzing_begin"],
        "toegewezen_einddatum": example["toewijzing_eind"],
        "toegewezen_volume": example["volume_per_week"],
        "toegewezen_eenheid": "83" if example["uitvoering"] == "output" else "14",
        "toegewezen_frequentie": "2",
    }
    columns, values = ", ".join(row), ", ".join(f"'{value}'" for value in row.values())
    with lend_with({}) as connection:
        connection.execute(f"INSERT INTO reeks_prestatie ({columns}) VALUES ({values})")
        sql = f"SELECT {MAXIMUM_IN_PERIODE}, {MAXIMUM_IN_TOEWIJZING} FROM reeks_prestatie"
        found = duck.run_sql(connection, sql)[0]
    return int(found[0]), int(found[1])


def read_examples() -> list[dict[str, str]]:
    """Return the worked examples, none when they are not here."""
    if not EXAMPLES.exists():
        return []
    with EXAMPLES.open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.skipif(not EXAMPLES.exists(), reason="the worked examples stand outside this repository")
def test_every_worked_example_has_its_maximum() -> None:
    examples = read_examples()
    assert len(examples) == 25
    for example in examples:
        in_period, in_whole = compute(example)
        assert in_period == int(example["maximum_volume"]), example
        if (example["periode_begin"], example["periode_eind"]) == (
            example["toewijzing_begin"],
            example["toewijzing_eind"],
        ):
            assert in_whole == int(example["maximum_volume"]), example


def example(uitvoering: str, begin: str, eind: str) -> dict[str, str]:
    """Return a toewijzing of one per week that is billed in one period."""
    return {
        "uitvoering": uitvoering,
        "toewijzing_begin": begin,
        "toewijzing_eind": eind,
        "periode_begin": begin,
        "periode_eind": eind,
        "volume_per_week": "1",
    }


def test_a_term_without_a_sunday_still_holds_one_week_of_results() -> None:
    assert compute(example("output", "2026-02-02", "2026-02-07")) == (1, 1)


def test_two_days_around_a_weekend_touch_two_weeks_of_care() -> None:
    assert compute(example("inspanning", "2026-02-08", "2026-02-09")) == (2, 2)
